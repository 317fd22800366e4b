package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class OrderColumnOnSqliteTest extends OrderColumnCompliance {
    OrderColumnOnSqliteTest() {
        super(TestDatabase.sqlite());
    }
}
