package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class JoinedFlushOnPostgresTest extends JoinedFlushCompliance {
    JoinedFlushOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
