package io.athanor.benchmarks.peers;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Many operations of callbacks, a few at once: where one ends the next begins. */
public final class Lanes {
    private final int operations;
    private final Operation operation;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger open;
    private final LongAdder sum = new LongAdder();
    private final CompletableFuture<Long> all = new CompletableFuture<>();

    private Lanes(int operations, int atOnce, Operation operation) {
        this.operations = operations;
        this.operation = operation;
        this.open = new AtomicInteger(atOnce);
    }

    /** Begins the operation of an index. */
    @FunctionalInterface
    public interface Operation {
        /** {@code ended} is called once, with a check or an error. */
        void begin(int index, BiConsumer<? super @Nullable Long, ? super @Nullable Throwable> ended);
    }

    /** Runs {@code operations}, {@code atOnce} at once, and gives the sum of their checks. */
    public static long run(int operations, int atOnce, Operation operation)
            throws InterruptedException, ExecutionException {
        Lanes lanes = new Lanes(operations, atOnce, operation);
        for (int lane = 0; lane < atOnce; lane++) {
            lanes.go();
        }
        return lanes.all.get();
    }

    private void go() {
        int index = next.getAndIncrement();
        if (index < operations) {
            operation.begin(index, this::ended);
        } else if (open.decrementAndGet() == 0) {
            all.complete(sum.sum());
        }
    }

    private void ended(@Nullable Long check, @Nullable Throwable error) {
        if (check == null) {
            all.completeExceptionally(error == null ? new IllegalStateException("no result") : error);
        } else {
            sum.add(check);
            go();
        }
    }
}
