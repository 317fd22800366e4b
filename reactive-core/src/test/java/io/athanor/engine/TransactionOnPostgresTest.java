package io.athanor.engine;

import io.athanor.testing.TestDatabase;

final class TransactionOnPostgresTest extends TransactionCompliance {
    private static final TestDatabase DATABASE = TestDatabase.postgres();

    TransactionOnPostgresTest() {
        super(DATABASE);
    }
}
