package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class OrderColumnOnH2Test extends OrderColumnCompliance {
    OrderColumnOnH2Test() {
        super(TestDatabase.h2());
    }
}
