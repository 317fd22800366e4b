package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class StaleOnH2Test extends StaleCompliance {
    StaleOnH2Test() {
        super(TestDatabase.h2());
    }
}
