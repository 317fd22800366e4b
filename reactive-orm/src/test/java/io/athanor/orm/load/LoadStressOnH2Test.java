package io.athanor.orm.load;

import io.athanor.testing.TestDatabase;

class LoadStressOnH2Test extends LoadStressCompliance {
    LoadStressOnH2Test() {
        super(TestDatabase.h2());
    }
}
