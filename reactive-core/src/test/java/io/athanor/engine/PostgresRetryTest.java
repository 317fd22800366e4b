package io.athanor.engine;

import io.athanor.testing.TestDatabase;

final class PostgresRetryTest extends RetryCompliance {
    private static final TestDatabase DATABASE = TestDatabase.postgres();

    PostgresRetryTest() {
        super(DATABASE);
    }
}
