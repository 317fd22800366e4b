package io.athanor.engine;

import io.athanor.compile.BoundStatement;
import io.athanor.sql.Batch;
import io.athanor.sql.BatchRows;
import io.athanor.sql.Insert;
import io.athanor.sql.Statement;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A batch on one database: one chunk is written while the next one is filled. What the dialect cannot say fails here, before
 * the source is subscribed. Confined to one subscription.
 */
final class BulkInsert<S> {
    private final Batch<S> batch;
    private final Verbs verbs;
    private final ChunkLimits limits;
    /** Nobody listens any more: a chunk that starts too late for the transaction's end fails, and nobody is to know. */
    private volatile boolean left;

    private BulkInsert(Batch<S> batch, Verbs verbs, ChunkLimits limits) {
        this.batch = batch;
        this.verbs = verbs;
        this.limits = limits;
    }

    /**
     * A batch whose chunks are run as {@code statement} makes of their INSERT.
     *
     * @param statement the INSERT itself, or a query for the rows it inserts
     */
    static <S> BulkInsert<S> of(Batch<S> batch, Verbs verbs, Function<Insert, ? extends Statement> statement) {
        BatchRows specimen = batch.specimen();
        BoundStatement one = verbs.compile(statement.apply(batch.insert(specimen)));
        ChunkLimits limits = ChunkLimits.of(
                batch, specimen, one.values().size(), verbs.compiler().dialect());
        return new BulkInsert<>(batch, verbs, limits);
    }

    /** How many rows were changed; {@code execution} runs one statement. */
    Mono<Long> execute(Publisher<? extends S> rows, BiFunction<Verbs, Insert, Mono<Long>> execution) {
        return chunks(rows)
                .concatMap(
                        chunk -> execution
                                .apply(verbs.of(chunk.input()), chunk.insert())
                                .onErrorComplete(error -> left)
                                .doOnNext(changed ->
                                        batch.progress().accept(chunk.input().last() + 1)),
                        1)
                .reduce(0L, Long::sum);
    }

    /** What {@code execution} returns for each chunk, one after another. */
    <R> Flux<R> stream(Publisher<? extends S> rows, BiFunction<Verbs, Insert, Flux<R>> execution) {
        return chunks(rows)
                .concatMap(
                        chunk -> execution
                                .apply(verbs.of(chunk.input()), chunk.insert())
                                .onErrorComplete(error -> left)
                                .doOnComplete(() ->
                                        batch.progress().accept(chunk.input().last() + 1)),
                        1);
    }

    private Flux<Chunk> chunks(Publisher<? extends S> rows) {
        return new ChunkFlux<>(Flux.from(rows), batch, limits)
                .doOnCancel(() -> left = true)
                .doOnError(error -> left = true);
    }
}
