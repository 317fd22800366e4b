package io.athanor.engine;

import io.athanor.testing.TestDatabase;

final class H2EngineTest extends EngineCompliance {
    private static final TestDatabase DATABASE = TestDatabase.h2();

    H2EngineTest() {
        super(DATABASE);
    }
}
