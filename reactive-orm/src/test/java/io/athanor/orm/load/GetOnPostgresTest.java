package io.athanor.orm.load;

import io.athanor.testing.TestDatabase;

class GetOnPostgresTest extends GetCompliance {
    GetOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
