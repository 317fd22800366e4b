package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class SessionOnPostgresTest extends SessionCompliance {
    SessionOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
