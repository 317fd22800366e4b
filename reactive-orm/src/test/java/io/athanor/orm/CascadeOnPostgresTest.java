package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class CascadeOnPostgresTest extends CascadeCompliance {
    CascadeOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
