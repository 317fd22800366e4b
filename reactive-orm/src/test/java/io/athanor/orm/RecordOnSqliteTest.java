package io.athanor.orm;

import org.junit.jupiter.api.Test;

class RecordOnSqliteTest extends RecordCompliance {
    RecordOnSqliteTest() {
        super(SqliteRefusals.impatient());
    }

    @Override
    @Test
    void shouldBeReadAnewWithARefreshThatCascades() {
        SqliteRefusals.forOneWriter(super::shouldBeReadAnewWithARefreshThatCascades);
    }
}
