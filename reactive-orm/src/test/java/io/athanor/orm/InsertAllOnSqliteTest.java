package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class InsertAllOnSqliteTest extends InsertAllCompliance {
    InsertAllOnSqliteTest() {
        super(TestDatabase.sqlite());
    }
}
