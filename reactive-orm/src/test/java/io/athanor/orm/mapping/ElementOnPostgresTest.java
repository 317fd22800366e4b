package io.athanor.orm.mapping;

import io.athanor.testing.TestDatabase;

class ElementOnPostgresTest extends ElementCompliance {
    ElementOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
