package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class TablePerClassOnH2Test extends TablePerClassCompliance {
    TablePerClassOnH2Test() {
        super(TestDatabase.h2());
    }
}
