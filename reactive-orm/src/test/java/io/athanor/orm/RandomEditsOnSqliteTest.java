package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class RandomEditsOnSqliteTest extends RandomEditsCompliance {
    RandomEditsOnSqliteTest() {
        super(TestDatabase.sqlite(), 150);
    }
}
