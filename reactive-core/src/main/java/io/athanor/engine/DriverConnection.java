package io.athanor.engine;

import io.athanor.compile.BoundStatement;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * One connection as its driver's {@link DriverSupport} sees it. The defaults are what the R2DBC SPI promises. Its
 * publishers are subscribed one at a time, except {@link #interrupt}, which comes beside a running statement.
 */
public interface DriverConnection {
    /** The connection to run statements on. */
    Connection connection();

    /** Begins a transaction, in one round trip where possible. */
    default Mono<Void> begin(TransactionOptions options) {
        return Mono.from(connection().beginTransaction(new SpiTransactionDefinition(options)));
    }

    /** Commits, and leaves nothing of the transaction's options behind. Empty success means committed. */
    default Mono<Void> commit() {
        return Mono.from(connection().commitTransaction());
    }

    /** Rolls back, and leaves nothing of the transaction's options behind. */
    default Mono<Void> rollback() {
        return Mono.from(connection().rollbackTransaction());
    }

    /** Ends what a careless user left on the connection, so that the next one gets it as if it were new. */
    default Mono<Void> reset() {
        return Mono.defer(() -> connection().isAutoCommit() ? Mono.empty() : rollback());
    }

    /** Whether the database itself refuses writes in a transaction that is read only. */
    default boolean enforcesReadOnly() {
        return true;
    }

    /** Cursors in SQL, null if the database has none that serve. */
    default @Nullable Cursors cursors() {
        return null;
    }

    /** Whether the rows of an open result can be read between, and after, other statements of the same transaction. */
    default boolean keepsResultsOpen() {
        return false;
    }

    /** The statement as it is best sent when all of its rows are read at once. */
    default BoundStatement reading(BoundStatement statement) {
        return statement;
    }

    /** Runs a statement whose rows will be read as they are asked for. */
    default Publisher<? extends Result> open(Statement statement) {
        return statement.execute();
    }

    /**
     * Whether a result nobody wants any more is read to its end. That is always right: drivers do it themselves when they
     * are cancelled, and not all of them do it well. If not, it is cancelled, and {@link #settle} says when that has
     * come through.
     */
    default boolean drains() {
        return true;
    }

    /** Completes when everything cancelled before has ended. */
    default Mono<Void> settle() {
        return Mono.empty();
    }

    /**
     * Ends the running statement on the server; empty success also if there was none, or if that is not possible.
     * Completes when it can no longer hit a later statement.
     */
    default Mono<Void> interrupt() {
        return Mono.empty();
    }
}
