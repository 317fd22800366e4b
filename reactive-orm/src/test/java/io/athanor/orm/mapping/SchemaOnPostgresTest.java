package io.athanor.orm.mapping;

import io.athanor.testing.TestDatabase;

class SchemaOnPostgresTest extends SchemaCompliance {
    SchemaOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
