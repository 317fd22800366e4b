package io.athanor.orm;

import io.athanor.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class ComputedOnSqliteTest extends ComputedCompliance {
    ComputedOnSqliteTest() {
        super(TestDatabase.sqlite());
    }

    @Override
    @Test
    void shouldBeReadOfALockedRow() {
        SqliteRefusals.forNoRowLocks(super::shouldBeReadOfALockedRow);
    }
}
