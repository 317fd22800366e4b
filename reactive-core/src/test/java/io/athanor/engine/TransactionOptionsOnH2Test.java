package io.athanor.engine;

import io.athanor.testing.TestDatabase;

final class TransactionOptionsOnH2Test extends TransactionOptionsCompliance {
    private static final TestDatabase DATABASE = TestDatabase.h2();

    TransactionOptionsOnH2Test() {
        super(DATABASE);
    }
}
