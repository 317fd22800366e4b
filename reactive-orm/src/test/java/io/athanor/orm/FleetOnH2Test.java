package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class FleetOnH2Test extends FleetCompliance {
    FleetOnH2Test() {
        super(TestDatabase.h2());
    }
}
