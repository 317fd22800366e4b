package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.Result;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/**
 * Commands that run one after another, each when a result is asked for and the rows of the one before have been read.
 *
 * <p>A result that its subscriber let pass unread does not hold the others up: {@value #READ_AHEAD} of its rows are kept, which for most
 * results are all, and the next command runs.
 */
final class Execution implements Subscription {
    private static final int READ_AHEAD = 256;

    private final Worker worker;
    private final Database database;
    private final Iterator<BoundCommand> commands;
    private final CoreSubscriber<? super Result> subscriber;
    private final Demand demand = new Demand();
    private final WorkerLoop loop;
    private volatile boolean cancelled;
    private @Nullable Cursor current;
    private boolean done;

    Execution(
            Worker worker,
            Database database,
            Iterator<BoundCommand> commands,
            CoreSubscriber<? super Result> subscriber) {
        this.worker = worker;
        this.database = database;
        this.commands = commands;
        this.subscriber = subscriber;
        this.loop = new WorkerLoop(worker, this::drain);
    }

    @Override
    public void request(long n) {
        if (demand.add(n)) {
            schedule();
        }
    }

    /** Stops a command that is computing, and starts no other. Results that were handed out already go on. */
    @Override
    public void cancel() {
        cancelled = true;
        database.interruption().stop(this);
    }

    private void schedule() {
        if (!loop.schedule() && !cancelled && !done) {
            done = true;
            subscriber.onError(Failures.closed());
        }
    }

    private void drain() {
        if (done || isWaiting()) {
            return;
        }
        database.enter(this, 0);
        try {
            while (!done && !cancelled && !isWaiting()) {
                if (!commands.hasNext()) {
                    done = true;
                    subscriber.onComplete();
                } else if (demand.get() == 0) {
                    return;
                } else {
                    runNext();
                }
            }
        } finally {
            database.interruption().exit();
        }
    }

    /** Whether somebody is reading the rows of the last command. */
    private boolean isWaiting() {
        return current != null && current.isClaimed() && !current.isClosed();
    }

    private void runNext() {
        BoundCommand next = commands.next();
        Cursor cursor;
        Result result;
        try {
            cursor = next.start(database, this);
            result = cursor == null ? new UpdateResult(next.changes(database)) : new RowsResult(worker, cursor);
        } catch (Throwable e) { // Even a fatal one: a subscriber that is told nothing waits for ever.
            done = true;
            subscriber.onError(e);
            return;
        }
        current = cursor;
        demand.fulfil(1);
        if (cursor == null) {
            subscriber.onNext(result);
        } else {
            emit(cursor, result);
        }
        if (cursor != null || database.interruption().isStopped()) {
            database.enter(this, 0);
        }
    }

    /** Not to be stopped meanwhile: to cancel this execution is not to cancel the result it emits. */
    private void emit(Cursor cursor, Result result) {
        database.interruption().exit();
        cursor.onClose(this::schedule);
        subscriber.onNext(result);
        if (!cursor.isClaimed()) {
            cursor.readAhead(this, READ_AHEAD);
        }
    }
}
