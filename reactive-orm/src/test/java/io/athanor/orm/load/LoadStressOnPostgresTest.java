package io.athanor.orm.load;

import io.athanor.testing.TestDatabase;

class LoadStressOnPostgresTest extends LoadStressCompliance {
    LoadStressOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
