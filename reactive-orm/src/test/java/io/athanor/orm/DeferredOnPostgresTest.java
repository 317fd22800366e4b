package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class DeferredOnPostgresTest extends DeferredCompliance {
    DeferredOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
