package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class RandomEditsOnPostgresTest extends RandomEditsCompliance {
    RandomEditsOnPostgresTest() {
        super(TestDatabase.postgres(), 20);
    }
}
