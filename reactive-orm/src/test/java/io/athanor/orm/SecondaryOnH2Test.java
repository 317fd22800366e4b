package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class SecondaryOnH2Test extends SecondaryCompliance {
    SecondaryOnH2Test() {
        super(TestDatabase.h2());
    }
}
