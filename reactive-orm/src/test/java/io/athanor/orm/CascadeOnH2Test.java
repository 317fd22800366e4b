package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class CascadeOnH2Test extends CascadeCompliance {
    CascadeOnH2Test() {
        super(TestDatabase.h2());
    }
}
