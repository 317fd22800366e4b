package io.athanor.orm.load;

import io.athanor.testing.TestDatabase;

class StreamOnSqliteTest extends StreamCompliance {
    StreamOnSqliteTest() {
        super(TestDatabase.sqlite());
    }
}
