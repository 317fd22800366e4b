package io.athanor.orm.load;

import io.athanor.testing.TestDatabase;

class StreamOnH2Test extends StreamCompliance {
    StreamOnH2Test() {
        super(TestDatabase.h2());
    }
}
