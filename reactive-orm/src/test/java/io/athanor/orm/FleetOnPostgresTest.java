package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class FleetOnPostgresTest extends FleetCompliance {
    FleetOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
