package io.athanor.driver.sqlite;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Lifecycle;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * A connection whose statements have a time limit of the engine's. The driver forgets such limits whenever a connection goes
 * back to a pool; this one remembers.
 *
 * @param connection the driver's
 * @param limit how long each statement may take
 */
record LimitedConnection(Connection connection, Duration limit) implements Connection, Lifecycle, Wrapped<Connection> {
    /** Sets the limit on a new connection. */
    static Mono<Connection> limit(Connection connection, Duration limit) {
        return Mono.from(connection.setStatementTimeout(limit)).thenReturn(new LimitedConnection(connection, limit));
    }

    /** What the statements of a connection, perhaps in wrappers, are limited to; zero for nothing. */
    static Duration of(Connection connection) {
        LimitedConnection limited = connection instanceof LimitedConnection itself
                ? itself
                : connection instanceof Wrapped<?> wrapped ? wrapped.unwrap(LimitedConnection.class) : null;
        return limited == null ? Duration.ZERO : limited.limit;
    }

    @Override
    public Connection unwrap() {
        return connection;
    }

    @Override
    public Publisher<Void> postAllocate() {
        return connection instanceof Lifecycle lifecycle ? lifecycle.postAllocate() : Mono.empty();
    }

    @Override
    public Publisher<Void> preRelease() {
        Publisher<Void> released = connection instanceof Lifecycle lifecycle ? lifecycle.preRelease() : Mono.empty();
        return Mono.from(released).then(Mono.defer(() -> Mono.from(connection.setStatementTimeout(limit))));
    }

    @Override
    public Publisher<Void> beginTransaction() {
        return connection.beginTransaction();
    }

    @Override
    public Publisher<Void> beginTransaction(TransactionDefinition definition) {
        return connection.beginTransaction(definition);
    }

    @Override
    public Publisher<Void> close() {
        return connection.close();
    }

    @Override
    public Publisher<Void> commitTransaction() {
        return connection.commitTransaction();
    }

    @Override
    public Batch createBatch() {
        return connection.createBatch();
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        return connection.createSavepoint(name);
    }

    @Override
    public Statement createStatement(String sql) {
        return connection.createStatement(sql);
    }

    @Override
    public boolean isAutoCommit() {
        return connection.isAutoCommit();
    }

    @Override
    public ConnectionMetadata getMetadata() {
        return connection.getMetadata();
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        return connection.getTransactionIsolationLevel();
    }

    @Override
    public Publisher<Void> releaseSavepoint(String name) {
        return connection.releaseSavepoint(name);
    }

    @Override
    public Publisher<Void> rollbackTransaction() {
        return connection.rollbackTransaction();
    }

    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        return connection.rollbackTransactionToSavepoint(name);
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean autoCommit) {
        return connection.setAutoCommit(autoCommit);
    }

    @Override
    public Publisher<Void> setLockWaitTimeout(Duration timeout) {
        return connection.setLockWaitTimeout(timeout);
    }

    @Override
    public Publisher<Void> setStatementTimeout(Duration timeout) {
        return connection.setStatementTimeout(timeout);
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel isolationLevel) {
        return connection.setTransactionIsolationLevel(isolationLevel);
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return connection.validate(depth);
    }
}
