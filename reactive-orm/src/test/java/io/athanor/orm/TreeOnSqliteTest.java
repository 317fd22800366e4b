package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class TreeOnSqliteTest extends TreeCompliance {
    TreeOnSqliteTest() {
        super(TestDatabase.sqlite(), true);
    }
}
