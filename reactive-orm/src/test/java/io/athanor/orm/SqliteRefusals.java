package io.athanor.orm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.testing.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What SQLite does not do, and says by name. */
public final class SqliteRefusals {
    private SqliteRefusals() {}

    /** A database that does not wait long for who has it to himself. */
    public static TestDatabase impatient() {
        return TestDatabase.sqlite("&busyTimeout=PT0.2S");
    }

    /** Somebody else is to write while a session does, and there is one writer. */
    public static void forOneWriter(ThrowingCallable test) {
        assertThatThrownBy(test).hasStackTraceContaining("A lock was not to be had in time");
    }

    /** Rows are to be locked, and a transaction that may write has all of them. */
    public static void forNoRowLocks(ThrowingCallable test) {
        assertThatThrownBy(test).hasStackTraceContaining("SQLite does not support FOR UPDATE");
    }
}
