package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class RecordOnPostgresTest extends RecordCompliance {
    RecordOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
