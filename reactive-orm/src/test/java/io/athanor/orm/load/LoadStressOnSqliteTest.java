package io.athanor.orm.load;

import io.athanor.testing.TestDatabase;

class LoadStressOnSqliteTest extends LoadStressCompliance {
    LoadStressOnSqliteTest() {
        super(TestDatabase.sqlite());
    }
}
