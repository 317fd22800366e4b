package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class SecondaryOnPostgresTest extends SecondaryCompliance {
    SecondaryOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
