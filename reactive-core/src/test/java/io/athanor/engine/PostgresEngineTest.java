package io.athanor.engine;

import io.athanor.testing.TestDatabase;

final class PostgresEngineTest extends EngineCompliance {
    private static final TestDatabase DATABASE = TestDatabase.postgres();

    PostgresEngineTest() {
        super(DATABASE);
    }
}
