package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class CascadeOnSqliteTest extends CascadeCompliance {
    CascadeOnSqliteTest() {
        super(TestDatabase.sqlite());
    }
}
