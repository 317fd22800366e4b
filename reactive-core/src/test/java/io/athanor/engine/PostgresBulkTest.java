package io.athanor.engine;

import io.athanor.testing.TestDatabase;

final class PostgresBulkTest extends BulkCompliance {
    private static final TestDatabase DATABASE = TestDatabase.postgres();

    PostgresBulkTest() {
        super(DATABASE);
    }
}
