package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class UniqueOnPostgresTest extends UniqueCompliance {
    UniqueOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
