package io.athanor.engine;

import io.athanor.testing.TestDatabase;

final class SqliteEngineTest extends EngineCompliance {
    private static final TestDatabase DATABASE = TestDatabase.sqlite();

    SqliteEngineTest() {
        super(DATABASE);
    }

    @Override
    String numberedKey() {
        return "integer primary key";
    }

    @Override
    boolean namesConstraints() {
        return false;
    }
}
