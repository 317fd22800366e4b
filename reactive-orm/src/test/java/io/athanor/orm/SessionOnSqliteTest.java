package io.athanor.orm;

import org.junit.jupiter.api.Test;

class SessionOnSqliteTest extends SessionCompliance {
    SessionOnSqliteTest() {
        super(SqliteRefusals.impatient());
    }

    @Override
    @Test
    void shouldSayWhichOfManyAreStale() {
        SqliteRefusals.forOneWriter(super::shouldSayWhichOfManyAreStale);
    }

    @Override
    @Test
    void shouldNoticeThatADeletedRowWasChangedMeanwhile() {
        SqliteRefusals.forOneWriter(super::shouldNoticeThatADeletedRowWasChangedMeanwhile);
    }

    @Override
    @Test
    void shouldNoticeThatARowWasChangedMeanwhile() {
        SqliteRefusals.forOneWriter(super::shouldNoticeThatARowWasChangedMeanwhile);
    }

    @Override
    @Test
    void shouldRefuseToLockAStaleRow() {
        SqliteRefusals.forOneWriter(super::shouldRefuseToLockAStaleRow);
    }

    @Override
    @Test
    void shouldLockARow() {
        SqliteRefusals.forNoRowLocks(super::shouldLockARow);
    }
}
