package io.athanor.orm.load;

import io.athanor.testing.TestDatabase;

class LoadOnPostgresTest extends LoadCompliance {
    LoadOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
