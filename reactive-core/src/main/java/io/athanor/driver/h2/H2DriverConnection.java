package io.athanor.driver.h2;

import io.athanor.engine.DriverConnection;
import io.athanor.engine.Isolation;
import io.athanor.engine.TransactionOptions;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One H2 connection, perhaps in wrappers. What the driver gets wrong is sent as SQL: its isolation levels change the
 * whole database, its time limits do nothing.
 */
final class H2DriverConnection implements DriverConnection {
    private static final String ISOLATION = "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL ";
    private static final String LOCK_TIMEOUT = "SET LOCK_TIMEOUT ";
    private static final String QUERY_TIMEOUT = "SET QUERY_TIMEOUT ";

    private final Connection connection;
    private final ConfinedConnection confined;
    /** Restores what the options of the running transaction changed. Touched by one operation at a time. */
    private final List<String> undo = new ArrayList<>();
    /** How long each statement may take now. */
    private Duration limit;

    H2DriverConnection(Connection connection, ConfinedConnection confined) {
        this.connection = connection;
        this.confined = confined;
        this.limit = confined.statementTimeout();
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public Mono<Void> begin(TransactionOptions options) {
        return Mono.defer(() -> apply(options)).then(DriverConnection.super.begin(TransactionOptions.defaults()));
    }

    private Mono<Void> apply(TransactionOptions options) {
        List<String> settings = new ArrayList<>();
        Isolation isolation = options.isolationLevel();
        if (isolation != null) {
            settings.add(ISOLATION + isolation.sql());
            undo.add(ISOLATION + Isolation.READ_COMMITTED.sql());
        }
        Duration lock = options.lockLimit();
        if (lock != null) {
            settings.add(LOCK_TIMEOUT + lock.toMillis());
            undo.add(LOCK_TIMEOUT + confined.lockTimeoutMillis());
        }
        Duration statement = options.statementLimit();
        if (statement != null) {
            settings.add(QUERY_TIMEOUT + statement.toMillis());
            undo.add(QUERY_TIMEOUT + confined.statementTimeout().toMillis());
            limit = statement;
        }
        return run(settings);
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
            List<String> settings = List.copyOf(undo);
            undo.clear();
            limit = confined.statementTimeout();
            return run(settings);
        });
        return end.onErrorResume(error -> restore.then(Mono.error(error))).then(restore);
    }

    private Mono<Void> run(List<String> commands) {
        return Flux.fromIterable(commands).concatMap(confined::run).then();
    }

    @Override
    public boolean enforcesReadOnly() {
        return false;
    }

    @Override
    public boolean keepsResultsOpen() {
        return true;
    }

    /**
     * Rows are computed as they are read, so memory is flat. Only for this one statement: a lazy result keeps its locks
     * until the transaction ends.
     */
    @Override
    public Publisher<? extends Result> open(Statement statement) {
        return Flux.usingWhen(
                confined.run("SET LAZY_QUERY_EXECUTION 1").thenReturn(true),
                lazy -> statement.execute(),
                lazy -> eager());
    }

    /** Also takes the time limit off the rows: it is for the statement, not for who reads them. */
    private Mono<Void> eager() {
        Mono<Void> off = confined.run("SET LAZY_QUERY_EXECUTION 0");
        return limit.isZero() ? off : off.then(confined.run(QUERY_TIMEOUT + limit.toMillis()));
    }

    /** What is not read is not computed. */
    @Override
    public boolean drains() {
        return false;
    }

    @Override
    public Mono<Void> settle() {
        return confined.worker().settled();
    }

    @Override
    public Mono<Void> interrupt() {
        return confined.interrupt();
    }
}
