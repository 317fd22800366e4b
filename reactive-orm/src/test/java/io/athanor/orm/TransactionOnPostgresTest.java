package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class TransactionOnPostgresTest extends TransactionCompliance {
    TransactionOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
