package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class InsertAllOnH2Test extends InsertAllCompliance {
    InsertAllOnH2Test() {
        super(TestDatabase.h2());
    }
}
