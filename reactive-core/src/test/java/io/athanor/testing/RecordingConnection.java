package io.athanor.testing;

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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Passes everything on to a real connection, and tells {@link RecordingConnectionFactory} what was subscribed to. */
final class RecordingConnection implements Connection, Lifecycle, Wrapped<Connection> {
    private final Connection delegate;
    private final RecordingConnectionFactory recorder;

    RecordingConnection(Connection delegate, RecordingConnectionFactory recorder) {
        this.delegate = delegate;
        this.recorder = recorder;
    }

    @Override
    public Connection unwrap() {
        return delegate;
    }

    /** The SPI's own method looks only at those delegates that wrap something themselves. */
    @Override
    public <E> @Nullable E unwrap(Class<E> target) {
        if (target.isInstance(this)) {
            return target.cast(this);
        }
        if (target.isInstance(delegate)) {
            return target.cast(delegate);
        }
        return delegate instanceof Wrapped<?> wrapped ? wrapped.unwrap(target) : null;
    }

    @Override
    public Publisher<Void> beginTransaction() {
        return recorded("BEGIN", delegate::beginTransaction);
    }

    @Override
    public Publisher<Void> beginTransaction(TransactionDefinition definition) {
        return recorded("BEGIN", () -> delegate.beginTransaction(definition));
    }

    @Override
    public Publisher<Void> commitTransaction() {
        return recorded("COMMIT", delegate::commitTransaction);
    }

    @Override
    public Publisher<Void> rollbackTransaction() {
        return recorded("ROLLBACK", delegate::rollbackTransaction);
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        return recorded("SAVEPOINT " + name, () -> delegate.createSavepoint(name));
    }

    @Override
    public Publisher<Void> releaseSavepoint(String name) {
        return recorded("RELEASE " + name, () -> delegate.releaseSavepoint(name));
    }

    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        return recorded("ROLLBACK TO " + name, () -> delegate.rollbackTransactionToSavepoint(name));
    }

    /** Counts as closed once the driver has been asked to: what it then fails to do, only the server can tell. */
    @Override
    public Publisher<Void> close() {
        return Mono.defer(() -> {
            recorder.closed(this);
            return Mono.from(delegate.close());
        });
    }

    @Override
    public Statement createStatement(String sql) {
        return new RecordingStatement(delegate.createStatement(sql), sql, recorder);
    }

    @Override
    public Batch createBatch() {
        return new RecordingBatch(delegate.createBatch(), recorder);
    }

    @Override
    public Publisher<Void> postAllocate() {
        return delegate instanceof Lifecycle lifecycle ? lifecycle.postAllocate() : Mono.empty();
    }

    @Override
    public Publisher<Void> preRelease() {
        return delegate instanceof Lifecycle lifecycle ? lifecycle.preRelease() : Mono.empty();
    }

    @Override
    public boolean isAutoCommit() {
        return delegate.isAutoCommit();
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean autoCommit) {
        return delegate.setAutoCommit(autoCommit);
    }

    @Override
    public ConnectionMetadata getMetadata() {
        return delegate.getMetadata();
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        return delegate.getTransactionIsolationLevel();
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel isolationLevel) {
        return delegate.setTransactionIsolationLevel(isolationLevel);
    }

    @Override
    public Publisher<Void> setLockWaitTimeout(Duration timeout) {
        return delegate.setLockWaitTimeout(timeout);
    }

    @Override
    public Publisher<Void> setStatementTimeout(Duration timeout) {
        return delegate.setStatementTimeout(timeout);
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return delegate.validate(depth);
    }

    @Override
    public String toString() {
        return delegate.toString();
    }

    private Publisher<Void> recorded(String call, Supplier<Publisher<Void>> publisher) {
        return Mono.defer(() -> {
            recorder.control(call);
            return Mono.from(publisher.get());
        });
    }
}
