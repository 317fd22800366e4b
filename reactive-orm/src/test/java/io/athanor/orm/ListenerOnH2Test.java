package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class ListenerOnH2Test extends ListenerCompliance {
    ListenerOnH2Test() {
        super(TestDatabase.h2());
    }
}
