package io.athanor.testing.violation.pool;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.reactivestreams.Subscriber;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every way in which main code may not start a subscription, and the two in which it may. */
public final class Subscribing {
    private Subscribing() {}

    static final class Block {
        void run(Mono<Void> source) {
            source.block();
        }
    }

    static final class BlockLast {
        void run(Flux<String> source) {
            source.blockLast();
        }
    }

    static final class Future {
        CompletableFuture<Void> run(Mono<Void> source) {
            return source.toFuture();
        }
    }

    static final class Streaming {
        Stream<String> run(Flux<String> source) {
            return source.toStream();
        }
    }

    static final class Iteration {
        Iterable<String> run(Flux<String> source) {
            return source.toIterable();
        }
    }

    static final class FireAndForget {
        Disposable run(Mono<Void> source) {
            return source.subscribe();
        }
    }

    static final class Lambda {
        Disposable run(Flux<String> source) {
            return source.subscribe(value -> {});
        }
    }

    static final class AllowedToAnOperator {
        void run(Flux<String> source, CoreSubscriber<String> subscriber) {
            source.subscribe(subscriber);
        }
    }

    static final class AllowedToAPublisher {
        void run(Mono<String> source, Subscriber<String> subscriber) {
            source.subscribe(subscriber);
        }
    }
}
