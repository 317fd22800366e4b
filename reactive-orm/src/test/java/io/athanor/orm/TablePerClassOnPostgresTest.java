package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class TablePerClassOnPostgresTest extends TablePerClassCompliance {
    TablePerClassOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
