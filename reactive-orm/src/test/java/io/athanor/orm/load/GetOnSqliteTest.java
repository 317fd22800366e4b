package io.athanor.orm.load;

import io.athanor.testing.TestDatabase;

class GetOnSqliteTest extends GetCompliance {
    GetOnSqliteTest() {
        super(TestDatabase.sqlite());
    }
}
