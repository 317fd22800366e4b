package io.athanor.engine;

import io.athanor.testing.TestDatabase;

final class SavepointOnSqliteTest extends SavepointCompliance {
    private static final TestDatabase DATABASE = TestDatabase.sqlite();

    SavepointOnSqliteTest() {
        super(DATABASE);
    }
}
