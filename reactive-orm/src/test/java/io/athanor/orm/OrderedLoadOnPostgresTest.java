package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class OrderedLoadOnPostgresTest extends OrderedLoadCompliance {
    OrderedLoadOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
