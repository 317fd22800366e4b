package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class SavepointRaceOnSqliteTest extends SavepointRaceCompliance {
    SavepointRaceOnSqliteTest() {
        super(TestDatabase.sqlite());
    }
}
