package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class DatabaseDeleteOnSqliteTest extends DatabaseDeleteCompliance {
    DatabaseDeleteOnSqliteTest() {
        super(TestDatabase.sqlite());
    }
}
