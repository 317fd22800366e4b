package io.athanor.orm.mapping;

import io.athanor.testing.TestDatabase;

class ElementOnSqliteTest extends ElementCompliance {
    ElementOnSqliteTest() {
        super(TestDatabase.sqlite());
    }
}
