package io.athanor.engine;

import io.athanor.testing.TestDatabase;

final class TransactionOptionsOnPostgresTest extends TransactionOptionsCompliance {
    private static final TestDatabase DATABASE = TestDatabase.postgres();

    TransactionOptionsOnPostgresTest() {
        super(DATABASE);
    }
}
