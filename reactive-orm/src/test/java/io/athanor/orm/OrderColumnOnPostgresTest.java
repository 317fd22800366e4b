package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class OrderColumnOnPostgresTest extends OrderColumnCompliance {
    OrderColumnOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
