package io.athanor.engine;

import io.athanor.StreamStalledException;
import io.athanor.compile.BoundStatement;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Operators;
import reactor.util.concurrent.Queues;
import reactor.util.context.Context;

/**
 * One stream through a cursor. Each chunk is a turn in the lane's queue, so other operations run between chunks. A turn
 * never waits for demand: its rows go to a buffer of at most two chunks, and the subscriber takes them from there. So
 * nothing can block behind it.
 *
 * <p>While the subscriber is hungry and nobody else waits, the next chunk is asked for when the first row of this one
 * comes, in the same turn: the connection is never idle.
 */
final class CursorSubscription<R> implements Subscription {
    private static final String TRANSACTION_HAS_FAILED = "25P02";

    private final Lane lane;
    private final Cursors cursors;
    private final BoundStatement query;
    private final Function<? super Readable, ? extends R> mapper;
    private final CoreSubscriber<? super R> actual;
    private final ChunkSize chunkSize = new ChunkSize();

    /** Filled by the one turn that runs, emptied under {@link #wip}. */
    private final Queue<R> buffer = Queues.<R>unbounded(1024).get();

    private final AtomicInteger buffered = new AtomicInteger();
    private final AtomicInteger wip = new AtomicInteger();
    private final AtomicLong requested = new AtomicLong();
    private volatile boolean cancelled;
    private volatile boolean turning;
    private volatile boolean exhausted;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable String name;
    private int epoch;
    /** How many savepoints were open when the cursor was opened. */
    private int depth;
    /** Set while a statement that failed in a savepoint keeps everything else from running, until that ends. */
    private @Nullable Mono<Void> blocked; // only inside the turn, and at its end

    /** Chunks asked for and not here yet; only inside the turn. */
    private int inFlight;

    private boolean ended; // only under wip

    CursorSubscription(
            Lane lane,
            Cursors cursors,
            BoundStatement query,
            Function<? super Readable, ? extends R> mapper,
            CoreSubscriber<? super R> actual) {
        this.lane = lane;
        this.cursors = cursors;
        this.query = query;
        this.mapper = mapper;
        this.actual = actual;
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n)) {
            requested.accumulateAndGet(n, Operators::addCap);
            drain();
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        drain();
    }

    private void drain() {
        if (wip.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            if (!ended) {
                advance();
            }
            missed = wip.addAndGet(-missed);
        } while (missed != 0);
    }

    private void advance() {
        boolean last = exhausted; // before the buffer is looked at
        deliver();
        if (cancelled) {
            if (!turning) {
                ended = true;
                Operators.onDiscardQueueWithClear(buffer, actual.currentContext(), null);
                close();
            }
        } else if (last && !turning && buffer.isEmpty()) {
            ended = true;
            close();
            terminate();
        } else if (!last && !turning) {
            refill();
        }
    }

    private void deliver() {
        long demand = requested.get();
        int taken = 0;
        while (taken != demand && !cancelled) {
            R row = buffer.poll();
            if (row == null) {
                break;
            }
            taken++;
            actual.onNext(row);
        }
        if (taken > 0) {
            buffered.addAndGet(-taken);
            if (demand != Long.MAX_VALUE) {
                requested.addAndGet(-taken);
            }
        }
    }

    private void terminate() {
        Throwable error = failure;
        if (error == null) {
            actual.onComplete();
        } else {
            actual.onError(error);
        }
    }

    private void refill() {
        int rows = buffered.get();
        if (rows == 0 && requested.get() > 0) {
            if (name != null) {
                chunkSize.hungry();
            }
            takeTurn();
        } else if (name != null && rows <= chunkSize.rows() / 2) {
            takeTurn();
        }
    }

    private void takeTurn() {
        turning = true;
        Mono<Void> turn = Mono.create(end -> {
            if (name == null) {
                open(end);
            } else {
                lane.checkEpoch(epoch);
                fetch(end, "");
            }
        });
        lane.queue().mono(turn, OnCancel.FINISH).subscribe(new Turn());
    }

    private void open(MonoSink<Void> end) {
        epoch = lane.epoch();
        depth = lane.savepoints().depth();
        String cursor = lane.cursorNames().take();
        name = cursor;
        String declaration = cursors.declare(cursor, query.sql());
        if (query.values().isEmpty()) {
            fetch(end, declaration + "; ");
        } else {
            run(new BoundStatement(declaration, query.values()))
                    .subscribe(new Sequel(() -> fetch(end, ""), end::error));
        }
    }

    private void fetch(MonoSink<Void> end, String prologue) {
        int size = chunkSize.rows();
        BoundStatement fetch = BoundStatement.of(prologue + cursors.fetch(cursor(), size));
        inFlight++;
        lane.chunk(fetch, mapper).subscribe(new Chunk(size, end));
    }

    private void close() {
        String cursor = name;
        if (cursor == null || epoch != lane.epoch()) {
            return;
        }
        Mono<Void> closing = run(BoundStatement.of(cursors.close(cursor)));
        // A cursor that could not be closed keeps its name until the transaction ends.
        lane.queue()
                .mono(closing, OnCancel.FINISH)
                .subscribe(new Sequel(() -> lane.cursorNames().giveBack(cursor), error -> {}));
    }

    private Mono<Void> run(BoundStatement command) {
        return Flux.defer(() -> executed(command))
                .concatMap(Result::getRowsUpdated)
                .then();
    }

    private Publisher<? extends Result> executed(BoundStatement command) {
        return lane.prepare(command).execute();
    }

    private String cursor() {
        String cursor = name;
        if (cursor == null) {
            throw new IllegalStateException("The cursor has no name yet");
        }
        return cursor;
    }

    /** Waits for the end of one turn. */
    private final class Turn implements CoreSubscriber<Void> {
        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Void ignored) {}

        @Override
        public void onError(Throwable error) {
            failure = error;
            exhausted = true;
            onComplete();
        }

        @Override
        public void onComplete() {
            Mono<Void> until = blocked;
            if (until == null) {
                turning = false;
                drain();
            } else {
                blocked = null;
                until.timeout(lane.stallTimeout(), Mono.error(CursorSubscription::stalled))
                        .subscribe(new Sequel(this::onComplete, this::onError));
            }
        }
    }

    /**
     * A savepoint whose work has failed is about to be undone, and the cursor outlives that. But perhaps the work goes on, and
     * waits for rows of just this cursor.
     */
    private static StreamStalledException stalled() {
        return new StreamStalledException(
                "A statement failed in a savepoint, and the savepoint did not end: rows of the"
                        + " transaction around it cannot be read meanwhile. Let the savepoint's work fail with its statement");
    }

    private boolean isBlocked(Throwable error) {
        return error instanceof R2dbcException refused
                && TRANSACTION_HAS_FAILED.equals(refused.getSqlState())
                && lane.savepoints().depth() > depth;
    }

    /** Takes the rows of one fetch. */
    private final class Chunk implements CoreSubscriber<R> {
        private final int size;
        private final MonoSink<Void> end;
        private int rows;
        private long firstRow;

        Chunk(int size, MonoSink<Void> end) {
            this.size = size;
            this.end = end;
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(R row) {
            if (rows++ == 0) {
                firstRow = System.nanoTime();
            }
            if (cancelled || failure != null) {
                return;
            }
            buffer.offer(row);
            int held = buffered.incrementAndGet();
            if (requested.get() > 0) {
                drain();
            }
            if (rows == 1 && inFlight == 1 && held <= size && hungryAlone()) {
                chunkSize.hungry();
                fetch(end, "");
            }
        }

        private boolean hungryAlone() {
            return requested.get() > 0 && !cancelled && lane.queue().waiting() == 0;
        }

        @Override
        public void onError(Throwable error) {
            if (failure == null && rows == 0 && isBlocked(error)) {
                blocked = lane.savepoints().nextEnd();
            } else if (failure == null) {
                failure = error;
            }
            arrived();
        }

        @Override
        public void onComplete() {
            if (rows > 0) {
                chunkSize.arrived(System.nanoTime() - firstRow);
            }
            if (rows < size) {
                exhausted = true;
            }
            arrived();
        }

        private void arrived() {
            if (--inFlight > 0) {
                return;
            }
            Throwable error = failure;
            if (error == null) {
                end.success();
            } else {
                end.error(error);
            }
        }
    }
}
