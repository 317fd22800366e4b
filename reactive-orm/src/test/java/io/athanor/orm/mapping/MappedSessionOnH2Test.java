package io.athanor.orm.mapping;

import io.athanor.testing.TestDatabase;

class MappedSessionOnH2Test extends MappedSessionCompliance {
    MappedSessionOnH2Test() {
        super(TestDatabase.h2());
    }
}
