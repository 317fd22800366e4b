package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Lifecycle;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A connection: what is asked of it, by any thread, its worker does in the order of subscription. */
final class SqliteConnection implements Connection, Lifecycle {
    private final Worker worker;
    private final Database database;
    private final Configuration configuration;
    private volatile Duration statementTimeout;
    private volatile boolean closed;

    SqliteConnection(Worker worker, Database database, Configuration configuration) {
        this.worker = worker;
        this.database = database;
        this.configuration = configuration;
        this.statementTimeout = configuration.statementTimeout();
    }

    Flux<Result> execute(List<SqlCommand> commands, List<@Nullable Object[]> bindings) {
        return new ExecutionFlux(worker, database, commands, bindings, statementTimeout);
    }

    private Mono<Void> call(Runnable work) {
        return WorkerCall.mono(worker, database, () -> {
            work.run();
            return null;
        });
    }

    @Override
    public SqliteStatement createStatement(String sql) {
        return new SqliteStatement(this, SqlScript.parse(Check.notNull(sql, "sql")));
    }

    @Override
    public SqliteBatch createBatch() {
        return new SqliteBatch(this);
    }

    @Override
    public Mono<Void> beginTransaction() {
        return call(database.transactions()::begin);
    }

    @Override
    public Mono<Void> beginTransaction(TransactionDefinition definition) {
        Check.notNull(definition, "definition");
        return call(() -> database.transactions().begin(definition));
    }

    @Override
    public Mono<Void> commitTransaction() {
        return call(database.transactions()::commit);
    }

    @Override
    public Mono<Void> rollbackTransaction() {
        return call(database.transactions()::rollback);
    }

    /** Begins a transaction if there is none. */
    @Override
    public Mono<Void> createSavepoint(String name) {
        Check.notNull(name, "name");
        return call(() -> database.transactions().createSavepoint(name));
    }

    @Override
    public Mono<Void> releaseSavepoint(String name) {
        Check.notNull(name, "name");
        return call(() -> database.transactions().releaseSavepoint(name));
    }

    @Override
    public Mono<Void> rollbackTransactionToSavepoint(String name) {
        Check.notNull(name, "name");
        return call(() -> database.transactions().rollbackToSavepoint(name));
    }

    @Override
    public boolean isAutoCommit() {
        return database.transactions().isNone();
    }

    /** Off begins a transaction, on commits it; without a change nothing happens. */
    @Override
    public Mono<Void> setAutoCommit(boolean autoCommit) {
        return autoCommit ? commitTransaction() : beginTransaction();
    }

    /** Always serializable: SQLite has nothing weaker between connections. */
    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        return IsolationLevel.SERIALIZABLE;
    }

    /** Has no effect: serializable fulfils every weaker level. */
    @Override
    public Mono<Void> setTransactionIsolationLevel(IsolationLevel isolationLevel) {
        Check.notNull(isolationLevel, "isolationLevel");
        return Mono.empty();
    }

    @Override
    public Mono<Void> setLockWaitTimeout(Duration timeout) {
        Check.notNull(timeout, "timeout");
        return call(() -> database.lockWait().timeout(timeout));
    }

    /** Zero is none. Counts for statements executed from then on, and only the time they keep the worker busy. */
    @Override
    public Mono<Void> setStatementTimeout(Duration timeout) {
        Check.notNull(timeout, "timeout");
        return call(() -> statementTimeout = timeout);
    }

    @Override
    public ConnectionMetadata getMetadata() {
        return new SqliteConnectionMetadata();
    }

    @Override
    public Mono<Boolean> validate(ValidationDepth depth) {
        Check.notNull(depth, "depth");
        return Mono.defer(() -> {
            if (closed || depth == ValidationDepth.LOCAL) {
                return Mono.just(!closed);
            }
            return call(() -> database.execute("SELECT 1")).thenReturn(true).onErrorReturn(false);
        });
    }

    @Override
    public Mono<Void> postAllocate() {
        return Mono.empty();
    }

    /** Before a pool hands it to somebody else: no open transaction, no open result, timeouts as configured. */
    @Override
    public Mono<Void> preRelease() {
        return call(() -> {
            database.discardUnclaimed("The connection was given back before this result was read");
            database.transactions().rollback();
            database.lockWait().timeout(configuration.lockWaitTimeout());
            statementTimeout = configuration.statementTimeout();
        });
    }

    /** Stops what is computing, ends what is open, rolls back, and lets the thread go. Closing twice does nothing. */
    @Override
    public Mono<Void> close() {
        return Mono.create(sink -> {
            closed = true;
            database.interruption().stopForClose();
            boolean open = worker.submit(() -> {
                try {
                    database.close();
                } catch (RuntimeException e) {
                    sink.error(e);
                    return;
                } finally {
                    worker.shutDown();
                }
                sink.success();
            });
            if (!open) {
                sink.success();
            }
        });
    }

    /** What tests look into. */
    Database database() {
        return database;
    }

    @Override
    public String toString() {
        return configuration + (closed ? " (closed)" : "");
    }
}
