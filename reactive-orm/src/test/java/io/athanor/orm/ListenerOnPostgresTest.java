package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class ListenerOnPostgresTest extends ListenerCompliance {
    ListenerOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
