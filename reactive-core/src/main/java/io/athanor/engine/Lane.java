package io.athanor.engine;

import io.athanor.ConfigurationException;
import io.athanor.ConnectionLostException;
import io.athanor.DatabaseException;
import io.athanor.ResultException;
import io.athanor.compile.BoundStatement;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One connection and the operations on it, which run one after another in the order in which they are subscribed. Every
 * publisher is cold and may be subscribed from any thread while others run.
 *
 * <p>No operation takes its hands off a result before the driver is done with it: what is cancelled is read to its end
 * or properly closed first. So when an operation has ended, the connection is free.
 */
final class Lane {
    /** What a stream outside of a transaction needs of one: that the rows are of one moment. */
    private static final TransactionOptions SNAPSHOT =
            TransactionOptions.defaults().isolation(Isolation.REPEATABLE_READ);

    private static final Duration GRACE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DriverConnection driver;
    private final StreamOptions options;
    private final OperationQueue queue = new OperationQueue();
    private final CursorNames cursorNames = new CursorNames();
    private final OpenSavepoints savepoints = new OpenSavepoints();
    /** Raised when a transaction ends: what was opened in an older one is gone. */
    private final AtomicInteger epoch = new AtomicInteger();

    private volatile boolean closed;
    /** Whether this transaction is read only and the database does not see to that itself. */
    private volatile boolean refusesWrites;

    Lane(DriverConnection driver, StreamOptions options) {
        this.driver = driver;
        this.options = options;
    }

    /**
     * The rows of a statement, as one operation: whoever comes later waits until the last row was taken. For a
     * connection that nobody else uses meanwhile, and for subscribers that ask for everything at once.
     */
    <R> Flux<R> rows(BoundStatement statement, Function<? super Readable, ? extends R> mapper, Effect effect) {
        return queue.flux(read(statement, mapper, effect), OnCancel.SETTLE);
    }

    /**
     * The rows of a statement in a transaction, as the subscriber asks for them, while other operations may run: never a
     * deadlock. A cancel leaves the transaction usable.
     */
    <R> Flux<R> stream(BoundStatement statement, Function<? super Readable, ? extends R> mapper, Effect effect) {
        if (driver.keepsResultsOpen()) {
            return openResult(statement, mapper, effect);
        }
        Cursors cursors = driver.cursors();
        if (cursors != null && effect == Effect.READS) {
            return new ByDemandFlux<>(
                    rows(statement, mapper, effect), new CursorFlux<>(this, cursors, statement, mapper));
        }
        return new SpillingFlux<>(read(statement, mapper, effect), queue, options);
    }

    /**
     * The rows of a query on a connection that is in no transaction and has nothing else to do, as the subscriber asks
     * for them. Bit by bit they come in a transaction of their own, which is what keeps a cursor; after an error or a
     * cancel, {@link #recover} ends it.
     */
    <R> Flux<R> streamAlone(BoundStatement statement, Function<? super Readable, ? extends R> mapper, Effect effect) {
        Flux<R> plain = rows(statement, mapper, effect);
        if (effect == Effect.WRITES) {
            return plain;
        }
        Cursors cursors = driver.cursors();
        if (cursors != null) {
            Flux<R> cursor = new CursorFlux<>(this, cursors, statement, mapper);
            return new ByDemandFlux<>(plain, alone(TransactionOptions.defaults(), cursor));
        }
        return driver.keepsResultsOpen() ? alone(SNAPSHOT, openResult(statement, mapper, effect)) : plain;
    }

    private <R> Flux<R> alone(TransactionOptions transaction, Flux<R> stream) {
        return begin(transaction).thenMany(stream).concatWith(commit().then(Mono.empty()));
    }

    /** The number of rows changed. Once started it runs to its end, cancelled or not. */
    Mono<Long> execute(BoundStatement statement) {
        Mono<Long> changed = Flux.defer(() -> executed(statement, Effect.WRITES))
                .concatMap(Result::getRowsUpdated)
                .reduce(0L, Long::sum);
        return queue.mono(changed, OnCancel.FINISH);
    }

    Mono<Void> begin(TransactionOptions transaction) {
        Mono<Void> beginning = Mono.defer(() -> {
            checkOpen();
            refusesWrites = transaction.isReadOnly() && !driver.enforcesReadOnly();
            return driver.begin(transaction);
        });
        return queue.mono(beginning, OnCancel.FINISH);
    }

    Mono<Void> commit() {
        return end(driver.commit());
    }

    Mono<Void> rollback() {
        return end(driver.rollback());
    }

    private Mono<Void> end(Mono<Void> how) {
        Mono<Void> ending = Mono.defer(() -> {
            epoch.incrementAndGet();
            refusesWrites = false;
            cursorNames.clear();
            savepoints.clear();
            return how;
        });
        return queue.mono(ending, OnCancel.FINISH);
    }

    Mono<Void> savepoint(String name) {
        return control(() -> openSavepoint(name));
    }

    Mono<Void> release(String name) {
        return control(() -> Mono.from(connection().releaseSavepoint(name)));
    }

    Mono<Void> rollbackTo(String name) {
        return control(() -> Mono.from(connection().rollbackTransactionToSavepoint(name)));
    }

    /** A command that is decided on when it has the connection. */
    Mono<Void> control(Supplier<Mono<Void>> command) {
        Mono<Void> open = Mono.defer(() -> {
            checkOpen();
            return command.get();
        });
        return queue.mono(open, OnCancel.FINISH);
    }

    /** Opens a savepoint, inside an operation that is running already. */
    Mono<Void> openSavepoint(String name) {
        return Mono.from(connection().createSavepoint(name)).doOnSuccess(done -> savepoints.opened(name));
    }

    /** Ends a savepoint and keeps what was done in it, inside an operation that is running already. */
    Mono<Void> keepSavepoint(String name) {
        return Mono.from(connection().releaseSavepoint(name)).doOnTerminate(() -> savepoints.closed(name));
    }

    /** Ends a savepoint and undoes what was done in it, inside an operation that is running already. */
    Mono<Void> undoSavepoint(String name) {
        return Mono.from(connection().rollbackTransactionToSavepoint(name))
                .then(Mono.defer(() -> Mono.from(connection().releaseSavepoint(name))))
                .doOnTerminate(() -> savepoints.closed(name));
    }

    /**
     * From now on nothing starts any more except {@link #commit}, {@link #rollback} and {@link #recover}: whoever comes
     * too late gets an error instead of somebody else's connection.
     */
    void close() {
        closed = true;
    }

    /**
     * Completes when everything before has ended; what takes longer than a moment is ended on the server. An error
     * means that the connection does not come to rest and must be closed.
     */
    Mono<Void> abort() {
        Mono<Void> everythingBefore = queue.mono(Mono.empty(), OnCancel.FINISH);
        return everythingBefore
                .publish(rest -> {
                    Mono<Void> interrupt =
                            Mono.delay(GRACE).takeUntilOther(rest).flatMap(tick -> driver.interrupt());
                    return Mono.when(rest, interrupt);
                })
                .timeout(PATIENCE, Mono.error(Lane::restless));
    }

    /** Brings the connection back into order: nothing runs, and no transaction is open. */
    Mono<Void> recover() {
        return abort().then(rollback().timeout(PATIENCE, Mono.error(Lane::restless)));
    }

    private static ConnectionLostException restless() {
        return new ConnectionLostException(
                "The connection did not come to rest within " + PATIENCE.toSeconds()
                        + " s after its statement was cancelled, on the server too. It is closed",
                null);
    }

    private <R> Flux<R> openResult(
            BoundStatement statement, Function<? super Readable, ? extends R> mapper, Effect effect) {
        return Flux.defer(() -> {
            int opened = epoch.get();
            Mono<? extends Result> result =
                    Flux.defer(() -> opened(statement, effect)).single();
            return queue.mono(result, OnCancel.FINISH)
                    .flatMapMany(rows -> new RowFlux<R>(
                            Mono.just(rows),
                            row -> {
                                checkEpoch(opened);
                                return mapper.apply(row);
                            },
                            driver,
                            false));
        });
    }

    /** The rows of a statement, inside an operation that is running already. */
    <R> Flux<R> chunk(BoundStatement statement, Function<? super Readable, ? extends R> mapper) {
        return new RowFlux<>(Flux.defer(() -> prepare(statement).execute()), mapper, driver, true);
    }

    private Publisher<? extends Result> opened(BoundStatement statement, Effect effect) {
        check(statement, effect);
        return driver.open(prepare(statement));
    }

    private <R> Flux<R> read(BoundStatement statement, Function<? super Readable, ? extends R> mapper, Effect effect) {
        boolean drain = effect == Effect.WRITES || driver.drains();
        return new RowFlux<>(Flux.defer(() -> executed(driver.reading(statement), effect)), mapper, driver, drain);
    }

    private Publisher<? extends Result> executed(BoundStatement statement, Effect effect) {
        check(statement, effect);
        return prepare(statement).execute();
    }

    private void check(BoundStatement statement, Effect effect) {
        checkOpen();
        if (effect == Effect.WRITES && refusesWrites) {
            throw new DatabaseException(
                    "This transaction is read only. Begin one that is not, to write",
                    new DatabaseException.Origin(statement.sql(), "25006", 0),
                    null);
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("The transaction or connection that this was to run on has ended."
                    + " Subscribe inside the function that was given it, and return what is subscribed");
        }
    }

    /** Fails if the transaction in which something was opened has ended. */
    void checkEpoch(int opened) {
        if (opened != epoch.get()) {
            throw new ResultException("The transaction ended while rows of it were still streaming."
                    + " Let the stream end first, or collect its rows");
        }
    }

    int epoch() {
        return epoch.get();
    }

    Statement prepare(BoundStatement bound) {
        Statement statement = connection().createStatement(bound.sql());
        List<Object> values = bound.values();
        for (int i = 0; i < values.size(); i++) {
            bind(statement, i, values.get(i));
        }
        return statement;
    }

    /** A driver that cannot encode a value says so with the value. */
    private static void bind(Statement statement, int index, Object value) {
        try {
            statement.bind(index, value);
        } catch (IllegalArgumentException refused) {
            throw new ConfigurationException(
                    "the driver takes no " + value.getClass().getName() + ", which is the class of value " + (index + 1)
                            + " of the statement");
        }
    }

    OpenSavepoints savepoints() {
        return savepoints;
    }

    Duration stallTimeout() {
        return options.stallTimeout();
    }

    CursorNames cursorNames() {
        return cursorNames;
    }

    OperationQueue queue() {
        return queue;
    }

    Connection connection() {
        return driver.connection();
    }
}
