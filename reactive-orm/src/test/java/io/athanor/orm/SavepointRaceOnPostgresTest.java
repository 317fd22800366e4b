package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class SavepointRaceOnPostgresTest extends SavepointRaceCompliance {
    SavepointRaceOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
