package io.athanor.engine;

import io.athanor.testing.TestDatabase;

final class TransactionOnSqliteTest extends TransactionCompliance {
    private static final TestDatabase DATABASE = TestDatabase.sqlite();

    TransactionOnSqliteTest() {
        super(DATABASE);
    }
}
