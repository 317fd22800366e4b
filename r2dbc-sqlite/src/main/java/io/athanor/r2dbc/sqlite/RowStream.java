package io.athanor.r2dbc.sqlite;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/**
 * The rows of one cursor for one subscriber: {@code request(n)} makes the worker step n rows and no more, {@code cancel()} stops a step
 * that is computing and gives the statement back. Signals come on the worker.
 */
final class RowStream<T> implements Subscription {
    private final Cursor cursor;
    private final RowReader<T> reader;
    private final CoreSubscriber<? super T> subscriber;
    private final Demand demand = new Demand();
    private final WorkerLoop loop;
    private final Runnable wakeUp = this::schedule;
    private volatile boolean cancelled;
    private @Nullable T last; // Emitted after all rows, when there is demand for it.
    private boolean ended;
    private boolean done;

    RowStream(Worker worker, Cursor cursor, RowReader<T> reader, CoreSubscriber<? super T> subscriber) {
        this.cursor = cursor;
        this.reader = reader;
        this.subscriber = subscriber;
        this.loop = new WorkerLoop(worker, this::drain);
    }

    /** Starts it on the worker: an empty result completes without being asked. */
    void start() {
        schedule();
    }

    @Override
    public void request(long n) {
        if (demand.add(n)) {
            schedule();
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        cursor.database().interruption().stop(this);
        schedule();
    }

    private void schedule() {
        if (!loop.schedule()) {
            loop.run(); // The connection was closed, the cursor with it: only that is left to tell.
        }
    }

    private void drain() {
        if (done) {
            return;
        }
        if (cancelled) {
            end();
            return;
        }
        cursor.reader(wakeUp);
        try {
            emitRows();
        } catch (SQLException e) {
            fail(cursor.failure(e));
            return;
        } catch (Throwable e) { // Even a fatal one: a subscriber that is told nothing waits for ever.
            fail(e);
            return;
        }
        Throwable failure = cursor.failure();
        if (cancelled) {
            end();
        } else if (failure != null) {
            fail(failure);
        } else if (cursor.isExhausted()) {
            emitEnd();
        }
    }

    private void emitRows() throws SQLException {
        long emitted = 0;
        long limit = demand.get();
        Interruption interruption = cursor.database().interruption();
        cursor.database().enter(this, 1);
        Patience.Watch watch = cursor.patience().watch(interruption, this);
        try {
            while (emitted != limit && !cancelled) {
                SqliteRow row = cursor.next();
                if (row == null) {
                    break;
                }
                T value = reader.row(row);
                row.expire();
                if (value != null) {
                    emitted++;
                    subscriber.onNext(value);
                    limit = emitted == limit ? demand.get() : limit;
                }
            }
        } finally {
            watch.close();
            interruption.exit();
            demand.fulfil(emitted);
        }
    }

    private void emitEnd() {
        if (!ended) {
            ended = true;
            last = reader.end(cursor.changes());
        }
        if (last != null) {
            if (demand.get() == 0) {
                return;
            }
            subscriber.onNext(last);
        }
        done = true;
        subscriber.onComplete();
    }

    private void fail(Throwable error) {
        end();
        subscriber.onError(error);
    }

    private void end() {
        done = true;
        cursor.close();
    }
}
