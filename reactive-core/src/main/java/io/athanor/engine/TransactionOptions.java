package io.athanor.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction begins. All of it is part of the one {@code BEGIN} and ends with the transaction; nothing stays
 * behind on the connection. Immutable.
 *
 * <pre>{@code
 * TransactionOptions.defaults().isolation(SERIALIZABLE).readOnly().statementTimeout(Duration.ofSeconds(5))
 * // BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY; SET LOCAL statement_timeout = 5000
 * }</pre>
 */
public final class TransactionOptions {
    private static final TransactionOptions DEFAULTS = new TransactionOptions(null, false, false, null, null);

    private final @Nullable Isolation isolation;
    private final boolean readOnly;
    private final boolean deferrable;
    private final @Nullable Duration statementTimeout;
    private final @Nullable Duration lockTimeout;

    private TransactionOptions(
            @Nullable Isolation isolation,
            boolean readOnly,
            boolean deferrable,
            @Nullable Duration statementTimeout,
            @Nullable Duration lockTimeout) {
        this.isolation = isolation;
        this.readOnly = readOnly;
        this.deferrable = deferrable;
        this.statementTimeout = statementTimeout;
        this.lockTimeout = lockTimeout;
    }

    /** The database's own isolation level, reading and writing, no time limits. */
    public static TransactionOptions defaults() {
        return DEFAULTS;
    }

    /** With an isolation level. */
    public TransactionOptions isolation(Isolation level) {
        return new TransactionOptions(level, readOnly, deferrable, statementTimeout, lockTimeout);
    }

    /** Without writes: the database, or where it cannot the engine, refuses them. */
    public TransactionOptions readOnly() {
        return new TransactionOptions(isolation, true, deferrable, statementTimeout, lockTimeout);
    }

    /**
     * Ready to wait before it begins, so that a serializable read-only transaction can never fail or make others fail
     * afterwards. PostgreSQL knows it; elsewhere it means nothing.
     */
    public TransactionOptions deferrable() {
        return new TransactionOptions(isolation, readOnly, true, statementTimeout, lockTimeout);
    }

    /** With a limit on how long each statement may take on the server, positive, to the millisecond. */
    public TransactionOptions statementTimeout(Duration limit) {
        return new TransactionOptions(
                isolation, readOnly, deferrable, TimeLimit.checked("statementTimeout", limit), lockTimeout);
    }

    /** With a limit on how long a statement may wait for each lock, positive, to the millisecond. */
    public TransactionOptions lockTimeout(Duration limit) {
        return new TransactionOptions(
                isolation, readOnly, deferrable, statementTimeout, TimeLimit.checked("lockTimeout", limit));
    }

    /** The isolation level, null for the database's own. */
    public @Nullable Isolation isolationLevel() {
        return isolation;
    }

    /** Whether writes are refused. */
    public boolean isReadOnly() {
        return readOnly;
    }

    /** Whether it may wait before it begins. */
    public boolean isDeferrable() {
        return deferrable;
    }

    /** How long each statement may take, null for no limit. */
    public @Nullable Duration statementLimit() {
        return statementTimeout;
    }

    /** How long a statement may wait for a lock, null for the database's own limit. */
    public @Nullable Duration lockLimit() {
        return lockTimeout;
    }
}
