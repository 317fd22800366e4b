package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class TransactionOnH2Test extends TransactionCompliance {
    TransactionOnH2Test() {
        super(TestDatabase.h2());
    }
}
