package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.Connection;
import java.util.concurrent.atomic.AtomicReference;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/** Opens a connection on a worker thread of its own. */
final class ConnectionMono extends Mono<Connection> {
    private final Configuration configuration;
    private final WorkerThreads threads;

    ConnectionMono(Configuration configuration, WorkerThreads threads) {
        this.configuration = configuration;
        this.threads = threads;
    }

    @Override
    public void subscribe(CoreSubscriber<? super Connection> subscriber) {
        subscriber.onSubscribe(new Opening(configuration, threads, subscriber));
    }

    private enum State {
        IDLE,
        OPENING,
        DELIVERED,
        CANCELLED
    }

    /** Either the subscriber gets the connection or, if it cancelled first, the connection is closed again. */
    private static final class Opening implements Subscription {
        private final Configuration configuration;
        private final WorkerThreads threads;
        private final CoreSubscriber<? super Connection> subscriber;
        private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

        Opening(Configuration configuration, WorkerThreads threads, CoreSubscriber<? super Connection> subscriber) {
            this.configuration = configuration;
            this.threads = threads;
            this.subscriber = subscriber;
        }

        @Override
        public void request(long n) {
            if (!Operators.validate(n) || !state.compareAndSet(State.IDLE, State.OPENING)) {
                return;
            }
            Worker worker;
            try {
                worker = threads.take();
            } catch (Throwable e) { // Even a fatal one: a subscriber that is told nothing waits for ever.
                fail(e);
                return;
            }
            worker.submit(() -> open(worker));
        }

        @Override
        public void cancel() {
            if (!state.compareAndSet(State.IDLE, State.CANCELLED)) {
                state.compareAndSet(State.OPENING, State.CANCELLED);
            }
        }

        private void open(Worker worker) {
            Database database;
            try {
                database = Database.open(configuration);
            } catch (Throwable e) { // Even a fatal one: a subscriber that is told nothing waits for ever.
                worker.shutDown();
                fail(e);
                return;
            }
            worker.hold(database.monitor());
            if (state.compareAndSet(State.OPENING, State.DELIVERED)) {
                subscriber.onNext(new SqliteConnection(worker, database, configuration));
                subscriber.onComplete();
            } else {
                database.close();
                worker.shutDown();
            }
        }

        private void fail(Throwable error) {
            if (state.compareAndSet(State.OPENING, State.DELIVERED)) {
                subscriber.onError(error);
            }
        }
    }
}
