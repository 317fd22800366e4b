package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class RecordOnH2Test extends RecordCompliance {
    RecordOnH2Test() {
        super(TestDatabase.h2());
    }
}
