package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class TransactionOnSqliteTest extends TransactionCompliance {
    TransactionOnSqliteTest() {
        super(TestDatabase.sqlite());
    }
}
