package io.athanor.orm.load;

import io.athanor.testing.TestDatabase;

class StreamOnPostgresTest extends StreamCompliance {
    StreamOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
