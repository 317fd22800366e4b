package io.athanor.driver.h2;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An H2 connection of which every publisher does its work on one worker. */
final class ConfinedConnection implements Connection, Wrapped<Connection> {
    private final Connection connection;
    private final Worker worker;
    private final ConnectionFactory factory;
    private final Settings settings;
    /** What statements get when no transaction says otherwise, 0 for no limit. Set once, before anybody else comes. */
    private volatile Duration statementTimeout = Duration.ZERO;

    private ConfinedConnection(Connection connection, Worker worker, ConnectionFactory factory, Settings settings) {
        this.connection = connection;
        this.worker = worker;
        this.factory = factory;
        this.settings = settings;
    }

    /** Confines a connection; subscribed on the worker. */
    static Mono<ConfinedConnection> confine(Connection connection, Worker worker, ConnectionFactory factory) {
        return Flux.from(connection
                        .createStatement("SELECT SESSION_ID(), LOCK_TIMEOUT()")
                        .execute())
                .concatMap(result -> result.map(Settings::read))
                .last()
                .map(settings -> new ConfinedConnection(connection, worker, factory, settings));
    }

    /** What a transaction's options go back to. */
    int lockTimeoutMillis() {
        return settings.lockTimeoutMillis();
    }

    Worker worker() {
        return worker;
    }

    Duration statementTimeout() {
        return statementTimeout;
    }

    /** Limits every statement from now on. */
    Mono<Void> keepStatementTimeout(Duration limit) {
        return run("SET QUERY_TIMEOUT " + limit.toMillis()).doOnSuccess(done -> statementTimeout = limit);
    }

    /** A statement without parameters and without rows. */
    Mono<Void> run(String sql) {
        return Flux.from(createStatement(sql).execute())
                .concatMap(Result::getRowsUpdated)
                .then();
    }

    /**
     * Ends what this session computes, from a connection opened for it. A result that is
     * read row by row is computed outside of any statement, so H2 does not find it; each of its rows ends by itself.
     */
    Mono<Void> interrupt() {
        return Mono.defer(() -> {
            Worker helper = new Worker();
            Mono<Void> cancel = Mono.usingWhen(
                    factory.create(),
                    other -> Flux.from(other.createStatement("CALL CANCEL_SESSION(" + settings.session() + ")")
                                    .execute())
                            .concatMap(Result::getRowsUpdated)
                            .then(),
                    Connection::close);
            return helper.<Void>mono(cancel);
        });
    }

    @Override
    public Publisher<Void> beginTransaction() {
        return worker.mono(Flux.defer(connection::beginTransaction));
    }

    @Override
    public Publisher<Void> beginTransaction(TransactionDefinition definition) {
        return worker.mono(Flux.defer(() -> connection.beginTransaction(definition)));
    }

    @Override
    public Publisher<Void> close() {
        return worker.mono(Flux.defer(connection::close));
    }

    @Override
    public Publisher<Void> commitTransaction() {
        return worker.mono(Flux.defer(connection::commitTransaction));
    }

    @Override
    public Batch createBatch() {
        return new ConfinedBatch(connection.createBatch(), worker);
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        return worker.mono(Flux.defer(() -> connection.createSavepoint(name)));
    }

    @Override
    public Statement createStatement(String sql) {
        return new ConfinedStatement(connection.createStatement(sql), worker);
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
        return worker.mono(Flux.defer(() -> connection.releaseSavepoint(name)));
    }

    @Override
    public Publisher<Void> rollbackTransaction() {
        return worker.mono(Flux.defer(connection::rollbackTransaction));
    }

    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        return worker.mono(Flux.defer(() -> connection.rollbackTransactionToSavepoint(name)));
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean autoCommit) {
        return worker.mono(Flux.defer(() -> connection.setAutoCommit(autoCommit)));
    }

    @Override
    public Publisher<Void> setLockWaitTimeout(Duration timeout) {
        return worker.mono(Flux.defer(() -> connection.setLockWaitTimeout(timeout)));
    }

    @Override
    public Publisher<Void> setStatementTimeout(Duration timeout) {
        return worker.mono(Flux.defer(() -> connection.setStatementTimeout(timeout)));
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel isolationLevel) {
        return worker.mono(Flux.defer(() -> connection.setTransactionIsolationLevel(isolationLevel)));
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return worker.mono(Flux.defer(() -> connection.validate(depth)));
    }

    @Override
    public Connection unwrap() {
        return connection;
    }

    /** What there is to know about a session. */
    private record Settings(int session, int lockTimeoutMillis) {
        static Settings read(Readable row) {
            return new Settings(integer(row, 0), integer(row, 1));
        }

        private static int integer(Readable row, int index) {
            Integer value = row.get(index, Integer.class);
            if (value == null) {
                throw new IllegalStateException("H2 does not know its own session");
            }
            return value;
        }
    }
}
