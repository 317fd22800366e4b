package io.athanor.engine;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * One of two sources of the same elements, chosen by the subscriber's first request: who asks for everything takes
 * whatever comes, so nobody can wait for it, and gets the fast one.
 */
final class ByDemandFlux<T> extends Flux<T> {
    private final Flux<T> forEverything;
    private final Flux<T> bitByBit;

    ByDemandFlux(Flux<T> forEverything, Flux<T> bitByBit) {
        this.forEverything = forEverything;
        this.bitByBit = bitByBit;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        actual.onSubscribe(new Choice<>(this, actual));
    }

    private static final class Choice<T> extends Operators.DeferredSubscription implements CoreSubscriber<T> {
        private final CoreSubscriber<? super T> actual;
        /** Null once chosen. Requests do not overlap before the first of them has returned: nothing is emitted yet. */
        private @Nullable ByDemandFlux<T> alternatives;

        Choice(ByDemandFlux<T> alternatives, CoreSubscriber<? super T> actual) {
            this.alternatives = alternatives;
            this.actual = actual;
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void request(long n) {
            super.request(n);
            ByDemandFlux<T> open = alternatives;
            if (open != null && Operators.validate(n)) {
                alternatives = null;
                (n == Long.MAX_VALUE ? open.forEverything : open.bitByBit).subscribe(this);
            }
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            set(subscription);
        }

        @Override
        public void onNext(T element) {
            actual.onNext(element);
        }

        @Override
        public void onError(Throwable error) {
            actual.onError(error);
        }

        @Override
        public void onComplete() {
            actual.onComplete();
        }
    }
}
