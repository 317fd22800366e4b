package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class DatabaseDeleteOnPostgresTest extends DatabaseDeleteCompliance {
    DatabaseDeleteOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
