package io.athanor.orm.load;

import io.athanor.testing.TestDatabase;

class TheatreOnSqliteTest extends TheatreCompliance {
    TheatreOnSqliteTest() {
        super(TestDatabase.sqlite());
    }
}
