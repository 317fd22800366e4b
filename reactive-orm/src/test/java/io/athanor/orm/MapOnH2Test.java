package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class MapOnH2Test extends MapCompliance {
    MapOnH2Test() {
        super(TestDatabase.h2());
    }
}
