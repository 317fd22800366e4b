package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class FlushOnH2Test extends FlushCompliance {
    FlushOnH2Test() {
        super(TestDatabase.h2());
    }
}
