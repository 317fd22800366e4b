package io.athanor.orm.load;

import io.athanor.testing.TestDatabase;

class SessionLoadOnH2Test extends SessionLoadCompliance {
    SessionLoadOnH2Test() {
        super(TestDatabase.h2());
    }
}
