package io.athanor.orm.mapping;

import io.athanor.testing.TestDatabase;

class ElementOnH2Test extends ElementCompliance {
    ElementOnH2Test() {
        super(TestDatabase.h2());
    }
}
