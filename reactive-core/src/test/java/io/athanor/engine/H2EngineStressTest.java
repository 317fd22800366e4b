package io.athanor.engine;

import io.athanor.testing.TestDatabase;

final class H2EngineStressTest extends EngineStressCompliance {
    private static final TestDatabase DATABASE = TestDatabase.h2();

    H2EngineStressTest() {
        super(DATABASE);
    }
}
