package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class TreeOnPostgresTest extends TreeCompliance {
    TreeOnPostgresTest() {
        super(TestDatabase.postgres(), true);
    }
}
