package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class FlushOnPostgresTest extends FlushCompliance {
    FlushOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
