package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class StaleOnPostgresTest extends StaleCompliance {
    StaleOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
