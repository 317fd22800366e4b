package io.athanor.driver.h2;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A source that does its work wherever it is called, called by one worker only. Elements arrive on the worker; a
 * subscriber that asks for more from within takes no detour.
 */
final class ConfinedFlux<T> extends Flux<T> {
    private final Publisher<? extends T> source;
    private final Worker worker;

    ConfinedFlux(Publisher<? extends T> source, Worker worker) {
        this.source = source;
        this.worker = worker;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        Confined<T> confined = new Confined<>(actual, worker);
        actual.onSubscribe(confined);
        worker.execute(() -> confined.start(source));
    }

    private static final class Confined<T> implements CoreSubscriber<T>, Subscription {
        private final CoreSubscriber<? super T> actual;
        private final Worker worker;
        private final AtomicLong requested = new AtomicLong();
        private volatile boolean cancelled;
        /** Only on the worker. */
        private @Nullable Subscription upstream;

        Confined(CoreSubscriber<? super T> actual, Worker worker) {
            this.actual = actual;
            this.worker = worker;
        }

        void start(Publisher<? extends T> source) {
            if (cancelled) {
                return;
            }
            try {
                source.subscribe(this);
            } catch (Throwable thrown) {
                Exceptions.throwIfJvmFatal(thrown);
                onError(thrown);
            }
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            if (Operators.validate(upstream, subscription)) {
                upstream = subscription;
                ask();
            }
        }

        @Override
        public void request(long n) {
            if (!Operators.validate(n)) {
                return;
            }
            long before = requested.getAndAccumulate(n, Operators::addCap);
            if (worker.isCurrent()) {
                ask();
            } else if (before == 0) {
                worker.execute(this::ask);
            }
        }

        private void ask() {
            Subscription subscription = upstream;
            if (subscription == null) {
                return; // onSubscribe will
            }
            if (cancelled) {
                subscription.cancel();
                return;
            }
            long n = requested.getAndSet(0);
            if (n > 0) {
                subscription.request(n);
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
            if (worker.isCurrent()) {
                ask();
            } else {
                worker.execute(this::ask);
            }
        }

        @Override
        public void onNext(T element) {
            if (cancelled) {
                Operators.onDiscard(element, currentContext());
                ask();
            } else {
                actual.onNext(element);
            }
        }

        @Override
        public void onError(Throwable error) {
            if (!cancelled) {
                actual.onError(error);
            }
        }

        @Override
        public void onComplete() {
            if (!cancelled) {
                actual.onComplete();
            }
        }
    }
}
