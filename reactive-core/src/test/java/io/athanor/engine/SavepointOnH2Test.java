package io.athanor.engine;

import io.athanor.testing.TestDatabase;

final class SavepointOnH2Test extends SavepointCompliance {
    private static final TestDatabase DATABASE = TestDatabase.h2();

    SavepointOnH2Test() {
        super(DATABASE);
    }
}
