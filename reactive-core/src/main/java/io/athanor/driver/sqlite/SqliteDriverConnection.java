package io.athanor.driver.sqlite;

import io.athanor.engine.DriverConnection;
import io.athanor.engine.TransactionOptions;
import io.athanor.r2dbc.sqlite.SqliteTransactionDefinition;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** One connection of r2dbc-sqlite, perhaps in wrappers. It does in order what it is asked, on a thread of its own. */
final class SqliteDriverConnection implements DriverConnection {
    private final Connection connection;
    private final Duration usualLimit;
    /** Whether the running transaction has a limit of its own. Touched by one operation at a time. */
    private boolean isLimited;

    SqliteDriverConnection(Connection connection) {
        this.connection = connection;
        this.usualLimit = LimitedConnection.of(connection);
    }

    @Override
    public Connection connection() {
        return connection;
    }

    /**
     * What may write locks the database when it begins: one that has read first could not write any more once somebody else
     * has.
     */
    @Override
    public Mono<Void> begin(TransactionOptions options) {
        Mono<Void> begin = Mono.defer(() -> Mono.from(connection.beginTransaction(definition(options))));
        Duration statement = options.statementLimit();
        if (statement == null) {
            return begin;
        }
        Mono<Void> limit = Mono.defer(() -> {
            isLimited = true;
            return Mono.from(connection.setStatementTimeout(statement));
        });
        return limit.then(begin);
    }

    private static SqliteTransactionDefinition definition(TransactionOptions options) {
        SqliteTransactionDefinition definition = options.isReadOnly()
                ? SqliteTransactionDefinition.deferred().readOnly()
                : SqliteTransactionDefinition.immediate();
        Duration lock = options.lockLimit();
        return lock == null ? definition : definition.lockWaitTimeout(lock);
    }

    @Override
    public Mono<Void> commit() {
        return restoring(DriverConnection.super.commit());
    }

    @Override
    public Mono<Void> rollback() {
        return restoring(DriverConnection.super.rollback());
    }

    private Mono<Void> restoring(Mono<Void> end) {
        Mono<Void> restore = Mono.defer(() -> {
            if (!isLimited) {
                return Mono.empty();
            }
            isLimited = false;
            return Mono.from(connection.setStatementTimeout(usualLimit));
        });
        return end.onErrorResume(error -> restore.then(Mono.error(error))).then(restore);
    }

    /** An open result sees what is written beside it, so it is read before that. */
    @Override
    public boolean keepsResultsOpen() {
        return false;
    }

    @Override
    public boolean drains() {
        return false;
    }
}
