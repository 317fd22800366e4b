package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class ComputedOnPostgresTest extends ComputedCompliance {
    ComputedOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
