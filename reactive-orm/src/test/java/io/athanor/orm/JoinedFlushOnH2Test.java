package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class JoinedFlushOnH2Test extends JoinedFlushCompliance {
    JoinedFlushOnH2Test() {
        super(TestDatabase.h2());
    }
}
