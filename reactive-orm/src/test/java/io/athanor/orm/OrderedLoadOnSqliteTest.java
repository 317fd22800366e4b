package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class OrderedLoadOnSqliteTest extends OrderedLoadCompliance {
    OrderedLoadOnSqliteTest() {
        super(TestDatabase.sqlite());
    }
}
