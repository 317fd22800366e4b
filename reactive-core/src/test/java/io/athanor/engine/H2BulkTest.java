package io.athanor.engine;

import io.athanor.testing.TestDatabase;

final class H2BulkTest extends BulkCompliance {
    private static final TestDatabase DATABASE = TestDatabase.h2();

    H2BulkTest() {
        super(DATABASE);
    }
}
