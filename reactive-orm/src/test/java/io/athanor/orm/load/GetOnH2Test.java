package io.athanor.orm.load;

import io.athanor.testing.TestDatabase;

class GetOnH2Test extends GetCompliance {
    GetOnH2Test() {
        super(TestDatabase.h2());
    }
}
