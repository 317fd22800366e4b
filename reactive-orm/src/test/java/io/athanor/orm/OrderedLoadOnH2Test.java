package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class OrderedLoadOnH2Test extends OrderedLoadCompliance {
    OrderedLoadOnH2Test() {
        super(TestDatabase.h2());
    }
}
