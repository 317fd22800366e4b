package io.athanor.engine;

import io.athanor.testing.TestDatabase;

final class PostgresEngineStressTest extends EngineStressCompliance {
    private static final TestDatabase DATABASE = TestDatabase.postgres();

    PostgresEngineStressTest() {
        super(DATABASE);
    }
}
