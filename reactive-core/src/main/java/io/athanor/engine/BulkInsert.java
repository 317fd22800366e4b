package io.athanor.engine;

import io.athanor.DatabaseException;
import io.athanor.dialect.Dialect;
import io.athanor.dialect.Feature;
import io.athanor.sql.Batch;
import io.athanor.sql.Selection;
import java.util.List;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A batch fed by a publisher: chunks of its elements, each one INSERT, one after another in the order of the input. While one
 * chunk is being written the next is collected; the source is asked for no more than that.
 */
final class BulkInsert<S> {
    private final Batch<S> batch;
    private final Dialect dialect;

    private BulkInsert(Batch<S> batch, Dialect dialect) {
        this.batch = batch;
        this.dialect = dialect;
    }

    static <S> BulkInsert<S> of(Batch<S> batch, Dialect dialect) {
        return new BulkInsert<>(batch, dialect);
    }

    /** The number of rows inserted. */
    Mono<Long> execute(Executor executor, Publisher<? extends S> rows) {
        return chunks(rows, chunk -> executor.execute(batch.insert(chunk.elements())))
                .reduce(0L, Long::sum);
    }

    /** What is selected of each inserted row. Of a chunk it is collected, so that the connection is free while it is taken. */
    <R> Flux<R> stream(Executor executor, Selection<R> selection, Publisher<? extends S> rows) {
        return Flux.defer(() -> {
            dialect.require(Feature.INSERT_RETURNING, "insert without returning, and select the rows afterwards");
            return chunks(rows, chunk -> executor.stream(
                                    batch.insert(chunk.elements()).returning(selection))
                            .collectList())
                    .concatMapIterable(Function.identity(), 1);
        });
    }

    private <T> Flux<T> chunks(Publisher<? extends S> rows, Function<Chunk<S>, Mono<T>> write) {
        return Flux.defer(() -> {
            ChunkLimit<S> limit = new ChunkLimit<>(batch, dialect.bulkRows(batch.columnsOfValues()));
            Chunks<S> chunks = new Chunks<>();
            return Flux.from(rows)
                    .<S>map(element -> element)
                    .bufferUntil(limit::isReachedWith)
                    .map(chunks::next)
                    .concatMap(
                            chunk -> write.apply(chunk)
                                    .onErrorMap(
                                            DatabaseException.class,
                                            error -> error.inInput(chunk.first(), chunk.last())),
                            1);
        });
    }

    /** Elements with the position of the first in the input. */
    private record Chunk<S>(long first, List<S> elements) {
        long last() {
            return first + elements.size() - 1;
        }
    }

    /** Counts what has passed. Confined to one subscription. */
    private static final class Chunks<S> {
        private long passed;

        Chunk<S> next(List<S> elements) {
            Chunk<S> chunk = new Chunk<>(passed, elements);
            passed += elements.size();
            return chunk;
        }
    }
}
