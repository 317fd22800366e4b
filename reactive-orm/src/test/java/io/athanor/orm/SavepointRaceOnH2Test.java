package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class SavepointRaceOnH2Test extends SavepointRaceCompliance {
    SavepointRaceOnH2Test() {
        super(TestDatabase.h2());
    }
}
