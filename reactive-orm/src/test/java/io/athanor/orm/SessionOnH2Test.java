package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class SessionOnH2Test extends SessionCompliance {
    SessionOnH2Test() {
        super(TestDatabase.h2());
    }
}
