package io.athanor.pool;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Passes every call but {@code close} on to another connection. */
abstract sealed class ForwardingConnection implements Connection, Wrapped<Connection>
        permits PhysicalConnection, PooledConnection {
    /** The connection to use, or an exception if it may not be used any more. */
    abstract Connection delegate();

    /** The SPI's own method looks only at those delegates that wrap something themselves. */
    @Override
    public <E> @Nullable E unwrap(Class<E> target) {
        if (target.isInstance(this)) {
            return target.cast(this);
        }
        Connection wrapped = unwrap();
        if (target.isInstance(wrapped)) {
            return target.cast(wrapped);
        }
        return wrapped instanceof Wrapped<?> further ? further.unwrap(target) : null;
    }

    @Override
    public Publisher<Void> beginTransaction() {
        return delegate().beginTransaction();
    }

    @Override
    public Publisher<Void> beginTransaction(TransactionDefinition definition) {
        return delegate().beginTransaction(definition);
    }

    @Override
    public Publisher<Void> commitTransaction() {
        return delegate().commitTransaction();
    }

    @Override
    public Batch createBatch() {
        return delegate().createBatch();
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        return delegate().createSavepoint(name);
    }

    @Override
    public Statement createStatement(String sql) {
        return delegate().createStatement(sql);
    }

    @Override
    public boolean isAutoCommit() {
        return delegate().isAutoCommit();
    }

    @Override
    public ConnectionMetadata getMetadata() {
        return delegate().getMetadata();
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        return delegate().getTransactionIsolationLevel();
    }

    @Override
    public Publisher<Void> releaseSavepoint(String name) {
        return delegate().releaseSavepoint(name);
    }

    @Override
    public Publisher<Void> rollbackTransaction() {
        return delegate().rollbackTransaction();
    }

    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        return delegate().rollbackTransactionToSavepoint(name);
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean autoCommit) {
        return delegate().setAutoCommit(autoCommit);
    }

    @Override
    public Publisher<Void> setLockWaitTimeout(Duration timeout) {
        return delegate().setLockWaitTimeout(timeout);
    }

    @Override
    public Publisher<Void> setStatementTimeout(Duration timeout) {
        return delegate().setStatementTimeout(timeout);
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel isolationLevel) {
        return delegate().setTransactionIsolationLevel(isolationLevel);
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return delegate().validate(depth);
    }
}
