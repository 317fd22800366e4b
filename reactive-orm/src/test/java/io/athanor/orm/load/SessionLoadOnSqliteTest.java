package io.athanor.orm.load;

import io.athanor.orm.SqliteRefusals;
import io.athanor.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class SessionLoadOnSqliteTest extends SessionLoadCompliance {
    SessionLoadOnSqliteTest() {
        super(TestDatabase.sqlite());
    }

    @Override
    @Test
    void shouldLockTheOwnersOfWhatIsJoined() {
        SqliteRefusals.forNoRowLocks(super::shouldLockTheOwnersOfWhatIsJoined);
    }
}
