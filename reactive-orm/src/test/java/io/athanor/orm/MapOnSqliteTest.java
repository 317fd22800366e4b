package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class MapOnSqliteTest extends MapCompliance {
    MapOnSqliteTest() {
        super(TestDatabase.sqlite());
    }
}
