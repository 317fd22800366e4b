package io.athanor.benchmarks.peers.r2dbc;

import io.athanor.benchmarks.peers.Contender;
import io.athanor.benchmarks.peers.Item;
import io.athanor.benchmarks.peers.Rows;
import io.athanor.benchmarks.peers.UnitOfWork;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToLongFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One whose operations are publishers of Reactor. What a contender cannot do is an error of the publisher. */
public abstract class ReactorContender implements Contender {
    /** Reads an item. */
    protected abstract Mono<Long> readOne(long key);

    /** Reads, changes and writes rows in a transaction. */
    protected abstract Mono<Long> change(long[] keys);

    /** The checks of all rows of {@code big}, each mapped to an object. */
    protected abstract Flux<Long> rows();

    /** The checks of rows of {@code big} after a key. */
    protected Flux<Long> rowsAfter(long key) {
        return Flux.error(new UnsupportedOperationException("no streams at once"));
    }

    /** The checks of all rows of {@code rich}. */
    protected Flux<Long> richRows() {
        return Flux.error(new UnsupportedOperationException("no rich rows"));
    }

    /** Inserts rows in a transaction; how many keys, or rows. */
    protected abstract Mono<Long> insertAll(Flux<Item> items, boolean keys);

    /** Inserts or updates rows in a transaction; how many. */
    protected Mono<Long> upsertAll(Flux<Item> items) {
        return Mono.error(new UnsupportedOperationException("no upsert"));
    }

    /** Updates quantity and price of rows in a transaction; how many. */
    protected Mono<Long> updateAll(Flux<Item> items) {
        return Mono.error(new UnsupportedOperationException("no update"));
    }

    /** Reads authors with their books and tags; their check. */
    protected abstract Mono<Long> readGraph(long first, int count);

    /** Does the work in a transaction. */
    protected abstract Mono<Void> write(UnitOfWork work);

    @Override
    public final long readByKey(long[] keys, int atOnce) {
        return sum(Flux.range(0, keys.length).flatMap(index -> readOne(keys[index]), atOnce));
    }

    @Override
    public final long readChangeWrite(long[][] keys, int atOnce) {
        return sum(Flux.fromArray(keys).flatMap(this::change, atOnce));
    }

    @Override
    public final long stream(int atATime) throws Exception {
        return sum(atATime == 0 ? rows() : rows().limitRate(atATime), check -> check);
    }

    @Override
    public final long streams(long[] after, int atOnce) {
        return sum(Flux.range(0, after.length)
                .flatMap(index -> rowsAfter(after[index]).reduce(0L, Long::sum), atOnce));
    }

    @Override
    public final long streamRich() throws Exception {
        return sum(richRows(), check -> check);
    }

    @Override
    public final long insert(int rows, boolean keys) {
        return result(insertAll(Flux.range(0, rows).map(Rows::item), keys));
    }

    @Override
    public final long upsert(int rows) {
        return result(upsertAll(withKeys(rows)));
    }

    @Override
    public final long update(int rows) {
        return result(updateAll(withKeys(rows)));
    }

    private static Flux<Item> withKeys(int rows) {
        return Flux.range(0, rows).map(row -> Rows.item(row, row + 1L));
    }

    @Override
    public final long graph(long first, int count) {
        return result(readGraph(first, count));
    }

    @Override
    public final void unitOfWork(UnitOfWork work) {
        write(work).block();
    }

    /** Waits for it. */
    protected static <T> T result(Mono<T> result) {
        return Objects.requireNonNull(result.block());
    }

    private static long sum(Flux<Long> checks) {
        return result(checks.reduce(0L, Long::sum));
    }

    /** Without an operator between the rows and their consumer. */
    private static <T> long sum(Flux<T> rows, ToLongFunction<T> check) throws Exception {
        CompletableFuture<Long> all = new CompletableFuture<>();
        long[] sum = {0};
        rows.subscribe(row -> sum[0] += check.applyAsLong(row), all::completeExceptionally, () -> all.complete(sum[0]));
        return all.get();
    }
}
