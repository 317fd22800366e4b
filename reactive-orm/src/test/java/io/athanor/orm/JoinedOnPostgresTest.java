package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class JoinedOnPostgresTest extends JoinedCompliance {
    JoinedOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
