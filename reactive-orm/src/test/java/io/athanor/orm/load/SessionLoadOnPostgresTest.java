package io.athanor.orm.load;

import io.athanor.testing.TestDatabase;

class SessionLoadOnPostgresTest extends SessionLoadCompliance {
    SessionLoadOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
