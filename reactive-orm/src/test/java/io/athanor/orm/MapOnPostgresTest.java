package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class MapOnPostgresTest extends MapCompliance {
    MapOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
