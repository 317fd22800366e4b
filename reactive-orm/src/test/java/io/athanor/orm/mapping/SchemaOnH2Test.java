package io.athanor.orm.mapping;

import io.athanor.testing.TestDatabase;

class SchemaOnH2Test extends SchemaCompliance {
    SchemaOnH2Test() {
        super(TestDatabase.h2());
    }
}
