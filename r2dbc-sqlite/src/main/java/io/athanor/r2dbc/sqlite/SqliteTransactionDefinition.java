package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.Option;
import io.r2dbc.spi.TransactionDefinition;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction begins: {@code connection.beginTransaction(SqliteTransactionDefinition.immediate())}. Immutable.
 *
 * <p>A definition of another origin works as well; of its attributes {@code readOnly}, {@code lockWaitTimeout} and {@link #MODE} count.
 * Its isolation level is always met, because transactions of SQLite are serializable.
 */
public final class SqliteTransactionDefinition implements TransactionDefinition {
    /** Which lock the transaction takes when it begins. */
    public static final Option<TransactionMode> MODE = Option.valueOf("transactionMode");

    private final Map<Option<?>, Object> attributes;

    private SqliteTransactionDefinition(Map<Option<?>, Object> attributes) {
        this.attributes = attributes;
    }

    /** {@code BEGIN DEFERRED}. */
    public static SqliteTransactionDefinition deferred() {
        return of(TransactionMode.DEFERRED);
    }

    /** {@code BEGIN IMMEDIATE}. */
    public static SqliteTransactionDefinition immediate() {
        return of(TransactionMode.IMMEDIATE);
    }

    /** {@code BEGIN EXCLUSIVE}. */
    public static SqliteTransactionDefinition exclusive() {
        return of(TransactionMode.EXCLUSIVE);
    }

    private static SqliteTransactionDefinition of(TransactionMode mode) {
        return new SqliteTransactionDefinition(Map.of(MODE, mode));
    }

    /** The same, and every write in it is refused. */
    public SqliteTransactionDefinition readOnly() {
        return with(READ_ONLY, true);
    }

    /** The same, with its own patience for the locks of others. */
    public SqliteTransactionDefinition lockWaitTimeout(Duration timeout) {
        return with(LOCK_WAIT_TIMEOUT, timeout);
    }

    private SqliteTransactionDefinition with(Option<?> option, Object value) {
        Map<Option<?>, Object> all = new HashMap<>(attributes);
        all.put(option, value);
        return new SqliteTransactionDefinition(Map.copyOf(all));
    }

    @Override
    @SuppressWarnings("unchecked") // Only with() writes, and option and value come together.
    public <T> @Nullable T getAttribute(Option<T> option) {
        return (T) attributes.get(option);
    }

    @Override
    public String toString() {
        return "SqliteTransactionDefinition" + attributes;
    }
}
