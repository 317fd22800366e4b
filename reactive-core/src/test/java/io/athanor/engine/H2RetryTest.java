package io.athanor.engine;

import io.athanor.testing.TestDatabase;

final class H2RetryTest extends RetryCompliance {
    private static final TestDatabase DATABASE = TestDatabase.h2();

    H2RetryTest() {
        super(DATABASE);
    }
}
