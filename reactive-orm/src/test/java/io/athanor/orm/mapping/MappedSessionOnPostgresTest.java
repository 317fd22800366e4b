package io.athanor.orm.mapping;

import io.athanor.testing.TestDatabase;

class MappedSessionOnPostgresTest extends MappedSessionCompliance {
    MappedSessionOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
