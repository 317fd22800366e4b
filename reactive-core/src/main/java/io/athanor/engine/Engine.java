package io.athanor.engine;

import io.athanor.dialect.Dialect;
import io.athanor.pool.PoolMetrics;
import io.r2dbc.spi.ConnectionFactory;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs statements on a database. Make one for each database and keep it; it is safe for any number of threads, and opens no
 * connection before the first statement.
 *
 * <pre>{@code
 * Engine engine = Engine.of("postgresql://scott:tiger@localhost/shop");
 * Flux<String> names = engine.stream(select(USERS.name).where(USERS.age.ge(18)));
 * Mono<Long> id = engine.transaction(tx -> tx.one(insertInto(USERS)
 *     .values(USERS.name.to("Ann"))
 *     .returning(USERS.id)));
 * }</pre>
 */
public interface Engine extends Executor {
    /**
     * An engine on the database of an R2DBC URL, whose {@code r2dbc:} may be left out: {@code
     * postgresql://user:password@host/database}, {@code h2:mem:///name}, {@code h2:file:///path}. A database of H2 in memory stays
     * until the engine is closed, unless the URL sets {@code DB_CLOSE_DELAY}.
     *
     * @throws io.athanor.ConfigurationException if the URL is not one or its driver is missing
     */
    static Engine of(String url) {
        return builder(url).build();
    }

    /**
     * An engine on any factory of connections. One that is a pool of r2dbc-pool, Spring's for example, is used as it is;
     * around any other Athanor puts its own.
     */
    static Engine of(ConnectionFactory factory) {
        return builder(factory).build();
    }

    /** An engine on the database of a URL, with more to say. */
    static EngineBuilder builder(String url) {
        return EngineBuilder.of(ConnectionUrl.parse(url));
    }

    /** An engine on any factory of connections, with more to say. */
    static EngineBuilder builder(ConnectionFactory factory) {
        return EngineBuilder.of(factory);
    }

    /**
     * Runs work in a transaction: begun with its first statement, committed when the work completes, rolled back when it
     * fails or is cancelled. The result is emitted after the commit; so a result that was emitted is kept.
     */
    default <T> Mono<T> transaction(Function<? super Transaction, ? extends Mono<T>> work) {
        return transaction(TransactionOptions.defaults(), work);
    }

    /** Runs work in a transaction that begins as {@code options} say. */
    <T> Mono<T> transaction(TransactionOptions options, Function<? super Transaction, ? extends Mono<T>> work);

    /**
     * Runs work of many results in a transaction. They are emitted as they come, before the commit; the commit's failure is
     * this publisher's error, after them.
     */
    default <T> Flux<T> transactionMany(Function<? super Transaction, ? extends Flux<T>> work) {
        return transactionMany(TransactionOptions.defaults(), work);
    }

    /** Runs work of many results in a transaction that begins as {@code options} say. */
    <T> Flux<T> transactionMany(TransactionOptions options, Function<? super Transaction, ? extends Flux<T>> work);

    /**
     * This engine, running a whole transaction anew after a serialization failure or a deadlock. The work must be fit to run
     * twice. Of {@code transactionMany}, only what failed before its first result is run again.
     */
    Engine retrying(RetryPolicy policy);

    /** Whose SQL is sent. */
    Dialect dialect();

    /** What the pool holds now. */
    PoolMetrics poolMetrics();

    /**
     * Closes the pool and all it holds. Statements are refused from then on, with an {@link IllegalStateException}; what is
     * under way may end, for which this waits up to ten seconds. Closing twice is closing once.
     */
    Mono<Void> close();
}
