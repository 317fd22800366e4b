package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class UniqueOnH2Test extends UniqueCompliance {
    UniqueOnH2Test() {
        super(TestDatabase.h2());
    }
}
