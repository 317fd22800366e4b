package io.athanor.orm.load;

import io.athanor.testing.TestDatabase;

class LoadOnH2Test extends LoadCompliance {
    LoadOnH2Test() {
        super(TestDatabase.h2());
    }
}
