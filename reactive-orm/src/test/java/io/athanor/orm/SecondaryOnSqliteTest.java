package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class SecondaryOnSqliteTest extends SecondaryCompliance {
    SecondaryOnSqliteTest() {
        super(TestDatabase.sqlite());
    }
}
