package io.athanor.orm.load;

import io.athanor.testing.TestDatabase;

class LoadOnSqliteTest extends LoadCompliance {
    LoadOnSqliteTest() {
        super(TestDatabase.sqlite());
    }
}
