package io.athanor.orm;

import org.junit.jupiter.api.Test;

class DeferredOnSqliteTest extends DeferredCompliance {
    DeferredOnSqliteTest() {
        super(SqliteRefusals.impatient());
    }

    @Override
    @Test
    void shouldRefreshWhatWasLoaded() {
        SqliteRefusals.forOneWriter(super::shouldRefreshWhatWasLoaded);
    }
}
