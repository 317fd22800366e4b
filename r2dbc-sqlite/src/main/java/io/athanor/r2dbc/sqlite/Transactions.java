package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.R2dbcRollbackException;
import io.r2dbc.spi.TransactionDefinition;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The transaction of one connection. Confined to the worker, but {@link #isNone()}. */
final class Transactions {
    private enum State {
        NONE,
        ACTIVE,
        /** SQLite rolled it back over a failure; what follows must not run as if it had not. */
        LOST
    }

    private final Database database;
    private final TransactionMode mode;
    private volatile State state = State.NONE;
    private boolean readOnly;
    private @Nullable Duration earlierLockWait;

    Transactions(Database database, TransactionMode mode) {
        this.database = database;
        this.mode = mode;
    }

    boolean isNone() {
        return state == State.NONE;
    }

    /** Does nothing if a transaction is open. */
    void begin() {
        if (isNone()) {
            begin(mode);
        }
    }

    void begin(TransactionDefinition definition) {
        if (!isNone()) {
            throw new IllegalStateException("A transaction is open on this connection; use createSavepoint to nest");
        }
        Duration lockWait = definition.getAttribute(TransactionDefinition.LOCK_WAIT_TIMEOUT);
        if (lockWait != null) {
            earlierLockWait = database.lockWait().timeout();
            database.lockWait().timeout(lockWait);
        }
        readOnly = Boolean.TRUE.equals(definition.getAttribute(TransactionDefinition.READ_ONLY));
        TransactionMode asked = definition.getAttribute(SqliteTransactionDefinition.MODE);
        try {
            begin(asked == null ? mode : asked);
            if (readOnly) {
                database.execute("PRAGMA query_only = ON");
            }
        } catch (Throwable e) {
            ended();
            throw e;
        }
    }

    private void begin(TransactionMode how) {
        database.execute("BEGIN " + how);
        state = State.ACTIVE;
    }

    /** Does nothing if there is none. */
    void commit() {
        if (state == State.LOST) {
            ended();
            throw lost("Nothing was committed: ");
        }
        if (state == State.ACTIVE) {
            end("COMMIT");
        }
    }

    /** Does nothing if there is none. */
    void rollback() {
        if (state == State.LOST) {
            ended();
        }
        if (state == State.ACTIVE) {
            end("ROLLBACK");
        }
    }

    private void end(String command) {
        database.discardUnclaimed("The transaction ended before this result was read");
        try {
            database.execute(command);
        } catch (Throwable e) {
            afterFailure();
            throw e;
        }
        ended();
    }

    private void ended() {
        state = State.NONE;
        if (readOnly) {
            readOnly = false;
            database.execute("PRAGMA query_only = OFF");
        }
        if (earlierLockWait != null) {
            database.lockWait().timeout(earlierLockWait);
            earlierLockWait = null;
        }
    }

    void createSavepoint(String name) {
        begin();
        savepoint("SAVEPOINT ", name);
    }

    void releaseSavepoint(String name) {
        savepoint("RELEASE ", name);
    }

    void rollbackToSavepoint(String name) {
        savepoint("ROLLBACK TO ", name);
    }

    private void savepoint(String command, String name) {
        checkUsable();
        database.execute(command + '"' + name.replace("\"", "\"\"") + '"');
    }

    /** Refuses everything but the end of a transaction that is lost. */
    void checkUsable() {
        if (state == State.LOST) {
            throw lost("");
        }
    }

    /** A command may have begun or ended a transaction itself. */
    void after(SqlCommand command) {
        if (command.kind() == StatementKind.TRANSACTION) {
            if (database.isInTransaction()) {
                state = State.ACTIVE;
            } else {
                ended();
            }
        }
    }

    /** A full disk, an interrupted write and {@code ON CONFLICT ROLLBACK} end the whole transaction. */
    void afterFailure() {
        if (state == State.ACTIVE && !database.isInTransaction()) {
            state = State.LOST;
        }
    }

    private static R2dbcRollbackException lost(String consequence) {
        return new R2dbcRollbackException(
                consequence + "SQLite rolled the transaction back when a statement in it failed; call"
                        + " rollbackTransaction() and begin again",
                "40000",
                0);
    }
}
