package io.athanor.engine;

import io.athanor.testing.TestDatabase;

final class PostgresErrorTest extends ErrorCompliance {
    private static final TestDatabase DATABASE = TestDatabase.postgres();

    PostgresErrorTest() {
        super(DATABASE);
    }
}
