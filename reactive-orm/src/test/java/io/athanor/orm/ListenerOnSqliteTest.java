package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class ListenerOnSqliteTest extends ListenerCompliance {
    ListenerOnSqliteTest() {
        super(TestDatabase.sqlite());
    }
}
