package io.athanor.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** One that blocks its threads: as many operations at once as there are threads. */
public abstract class BlockingContender implements Contender {
    /** What is done for an index. */
    @FunctionalInterface
    protected interface Operation {
        /** Gives a check. */
        long run(int index) throws Exception;
    }

    /** Reads an item. */
    protected abstract long readOne(long key) throws Exception;

    /** Reads, changes and writes rows in a transaction. */
    protected abstract long change(long[] keys) throws Exception;

    /** Reads rows of {@code big} after a key. */
    protected abstract long streamAfter(long key) throws Exception;

    @Override
    public long readByKey(long[] keys, int atOnce) throws Exception {
        return run(keys.length, atOnce, index -> readOne(keys[index]));
    }

    @Override
    public long readChangeWrite(long[][] keys, int atOnce) throws Exception {
        return run(keys.length, atOnce, index -> change(keys[index]));
    }

    @Override
    public long streams(long[] after, int atOnce) throws Exception {
        return run(after.length, atOnce, index -> streamAfter(after[index]));
    }

    private static long run(int operations, int atOnce, Operation operation) throws Exception {
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<Long>> lanes = new ArrayList<>();
            for (int lane = 0; lane < atOnce; lane++) {
                lanes.add(threads.submit(() -> {
                    long sum = 0;
                    for (int index = next.getAndIncrement(); index < operations; index = next.getAndIncrement()) {
                        sum += operation.run(index);
                    }
                    return sum;
                }));
            }
            long sum = 0;
            for (Future<Long> lane : lanes) {
                sum += lane.get();
            }
            return sum;
        } finally {
            threads.shutdown();
        }
    }
}
