package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class ImperativeOnH2Test extends ImperativeCompliance {
    ImperativeOnH2Test() {
        super(TestDatabase.h2());
    }
}
