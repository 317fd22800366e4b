package io.athanor.engine;

import io.athanor.testing.TestDatabase;

final class TransactionOnH2Test extends TransactionCompliance {
    private static final TestDatabase DATABASE = TestDatabase.h2();

    TransactionOnH2Test() {
        super(DATABASE);
    }
}
