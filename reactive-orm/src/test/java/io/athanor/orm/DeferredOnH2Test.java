package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class DeferredOnH2Test extends DeferredCompliance {
    DeferredOnH2Test() {
        super(TestDatabase.h2());
    }
}
