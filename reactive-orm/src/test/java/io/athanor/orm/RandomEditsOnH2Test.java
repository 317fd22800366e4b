package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class RandomEditsOnH2Test extends RandomEditsCompliance {
    RandomEditsOnH2Test() {
        super(TestDatabase.h2(), 150);
    }
}
