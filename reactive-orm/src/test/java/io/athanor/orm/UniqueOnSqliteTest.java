package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class UniqueOnSqliteTest extends UniqueCompliance {
    UniqueOnSqliteTest() {
        super(TestDatabase.sqlite());
    }
}
