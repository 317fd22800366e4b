package io.athanor.engine;

import io.athanor.testing.TestDatabase;

final class SqliteEngineStressTest extends EngineStressCompliance {
    private static final TestDatabase DATABASE = TestDatabase.sqlite();

    SqliteEngineStressTest() {
        super(DATABASE);
    }
}
