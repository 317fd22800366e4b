package io.athanor.orm.load;

import io.athanor.testing.TestDatabase;

class TheatreOnH2Test extends TheatreCompliance {
    TheatreOnH2Test() {
        super(TestDatabase.h2());
    }
}
