package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class FlushOnSqliteTest extends FlushCompliance {
    FlushOnSqliteTest() {
        super(TestDatabase.sqlite());
    }
}
