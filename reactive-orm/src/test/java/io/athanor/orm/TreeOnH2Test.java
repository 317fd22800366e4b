package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class TreeOnH2Test extends TreeCompliance {
    TreeOnH2Test() {
        super(TestDatabase.h2(), false);
    }
}
