package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class InsertAllOnPostgresTest extends InsertAllCompliance {
    InsertAllOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
