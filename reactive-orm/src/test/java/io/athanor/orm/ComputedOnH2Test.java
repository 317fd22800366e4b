package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class ComputedOnH2Test extends ComputedCompliance {
    ComputedOnH2Test() {
        super(TestDatabase.h2());
    }
}
