package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class JoinedOnH2Test extends JoinedCompliance {
    JoinedOnH2Test() {
        super(TestDatabase.h2());
    }
}
