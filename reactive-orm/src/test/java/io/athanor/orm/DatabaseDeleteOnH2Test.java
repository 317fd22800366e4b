package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class DatabaseDeleteOnH2Test extends DatabaseDeleteCompliance {
    DatabaseDeleteOnH2Test() {
        super(TestDatabase.h2());
    }
}
