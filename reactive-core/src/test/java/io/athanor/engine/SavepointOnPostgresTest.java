package io.athanor.engine;

import io.athanor.testing.TestDatabase;

final class SavepointOnPostgresTest extends SavepointCompliance {
    private static final TestDatabase DATABASE = TestDatabase.postgres();

    SavepointOnPostgresTest() {
        super(DATABASE);
    }
}
