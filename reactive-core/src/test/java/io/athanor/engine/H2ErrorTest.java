package io.athanor.engine;

import io.athanor.testing.TestDatabase;

final class H2ErrorTest extends ErrorCompliance {
    private static final TestDatabase DATABASE = TestDatabase.h2();

    H2ErrorTest() {
        super(DATABASE);
    }
}
