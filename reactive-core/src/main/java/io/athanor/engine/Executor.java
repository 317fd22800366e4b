package io.athanor.engine;

import io.athanor.schema.MetaData;
import io.athanor.sql.Batch;
import io.athanor.sql.BatchReturning;
import io.athanor.sql.Change;
import io.athanor.sql.Definition;
import io.athanor.sql.Query;
import java.util.Arrays;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What runs statements: an {@link Engine}, each on a connection of its own, or a {@link Transaction}, all on one.
 *
 * <p>Every publisher is cold: nothing happens before it is subscribed, and each subscription runs the statement anew. What
 * a dialect cannot say fails on subscription, before anything is sent. Errors are {@link io.athanor.AthanorException}s, the
 * same on every database. When a publisher has ended, by whatever signal or by cancel, the connection is in order: a cancel
 * closes a cursor, and ends on the server what is still computing there.
 */
public interface Executor {
    /**
     * All rows, as the subscriber asks for them. Memory stays flat whatever their number. Further statements may be run
     * while rows stream; a row that reads as null is an error, since a stream holds none.
     */
    <R> Flux<R> stream(Query<R> query);

    /**
     * The only row; empty if there is none, or if all that was selected is one NULL. An error if there are more.
     */
    <R> Mono<R> one(Query<R> query);

    /**
     * The number of rows changed. A cancel while it is running ends it on the server or comes too late: it has then taken
     * effect as a whole, or not at all.
     */
    Mono<Long> execute(Change change);

    /**
     * Inserts each element of {@code rows}, as sets; the number of rows inserted. The source is asked for no more than the
     * chunks in flight. On an {@link Engine}, all of it is one transaction: an error of the source or of the database, or a
     * cancel, leaves nothing behind. An error of the database names the positions in the input.
     */
    <S> Mono<Long> execute(Batch<S> batch, Publisher<? extends S> rows);

    /**
     * Inserts each element of {@code rows}, as sets, and returns values of each in the order of the input, such as generated
     * keys. The source is asked for no more than the chunks in flight. On an {@link Engine}, all of it is one transaction,
     * which is committed when the last row was taken.
     */
    <S, R> Flux<R> stream(BatchReturning<S, R> batch, Publisher<? extends S> rows);

    /** Runs statements that define the schema, one after another. Outside of a transaction each stands for itself. */
    Mono<Void> execute(List<? extends Definition> definitions);

    /**
     * Creates what of {@code metaData} does not exist. Tables that exist are taken to be as declared. All or nothing where
     * the database defines schemas in transactions, as PostgreSQL does and H2 does not.
     */
    Mono<Void> create(MetaData metaData);

    /** Drops what of {@code metaData} exists, with all it holds. All or nothing as for {@link #create}. */
    Mono<Void> drop(MetaData metaData);

    /** Runs statements that define the schema, one after another. Outside of a transaction each stands for itself. */
    default Mono<Void> execute(Definition first, Definition... more) {
        return Flux.concat(execute(List.of(first)), execute(Arrays.asList(more)))
                .then();
    }
}
