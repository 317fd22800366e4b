package io.athanor.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/**
 * Twenty-six ways to use a connection while rows of it are streaming. Without care fifteen of them hang; eleven look
 * alike and do not.
 */
final class NestedUse {
    private static final int MANY = 1_500;

    private NestedUse() {}

    /** A pipeline on a lane that is in a transaction. */
    interface Pipeline extends BiFunction<LaneFixture, Lane, Mono<?>> {}

    /** Those whose demand depends on the nested operation. */
    static Map<String, Pipeline> hanging() {
        Map<String, Pipeline> all = new LinkedHashMap<>();
        all.put("concatMap", (f, l) -> many(f, l).concatMap(id -> f.load(l, id)).count());
        all.put(
                "flatMap 64",
                (f, l) -> many(f, l).flatMap(id -> f.load(l, id), 64).count());
        all.put("map filter flatMap 4", (f, l) -> many(f, l)
                .map(id -> id)
                .filter(id -> id % 2 == 0)
                .flatMap(id -> f.load(l, id), 4)
                .count());
        all.put(
                "flatMapSequential",
                (f, l) -> many(f, l).flatMapSequential(id -> f.load(l, id), 16).count());
        all.put("publishOn 8 concatMap", (f, l) -> many(f, l)
                .publishOn(Schedulers.parallel(), 8)
                .concatMap(id -> f.load(l, id))
                .count());
        all.put("filterWhen", (f, l) -> many(f, l)
                .filterWhen(id -> f.load(l, id).thenReturn(true))
                .count());
        all.put(
                "delayUntil",
                (f, l) -> many(f, l).delayUntil(id -> f.load(l, id)).count());
        all.put("inner zip of two", (f, l) -> many(f, l)
                .flatMap(id -> Mono.zip(f.load(l, id), f.load(l, id + 1)), 8)
                .count());
        all.put("inner chain", (f, l) -> many(f, l)
                .flatMap(
                        id -> Mono.delay(Duration.ofMillis(1))
                                .then(f.load(l, id))
                                .flatMap(value -> f.load(l, id))
                                .map(value -> value),
                        8)
                .count());
        all.put("zip of streams", (f, l) -> Flux.zip(many(f, l), many(f, l)).count());
        all.put("nested streams", (f, l) -> many(f, l)
                .concatMap(id -> f.stream(l, 5).limitRate(2))
                .count());
        all.put("buffer 10 concatMap", (f, l) -> many(f, l)
                .buffer(10)
                .concatMap(ids -> f.load(l, ids.get(0)))
                .count());
        all.put("usingWhen inside", (f, l) -> many(f, l)
                .concatMap(id -> Mono.usingWhen(Mono.just(1), one -> f.load(l, id), one -> Mono.empty()))
                .count());
        all.put("block on another thread", (f, l) -> many(f, l)
                .publishOn(Schedulers.boundedElastic(), 4)
                .map(id -> f.load(l, id).blockOptional(LaneFixture.SOON).orElseThrow())
                .count());
        return all;
    }

    /** Those that only look like it, and one that is too small to hang. */
    static Map<String, Pipeline> harmless() {
        Map<String, Pipeline> all = new LinkedHashMap<>();
        all.put(
                "small result concatMap",
                (f, l) -> f.stream(l, 10).concatMap(id -> f.load(l, id)).count());
        all.put(
                "slow consumer beside another operation",
                (f, l) -> Mono.zip(
                        f.stream(l, 200)
                                .limitRate(1)
                                .delayElements(Duration.ofMillis(2))
                                .count(),
                        Mono.delay(Duration.ofMillis(50)).then(f.load(l, 1))));
        all.put(
                "very slow consumer",
                (f, l) -> Mono.zip(
                        f.stream(l, 6).delayElements(Duration.ofMillis(200)).count(),
                        Mono.delay(Duration.ofMillis(50)).then(f.load(l, 1))));
        all.put("some inners slow, some load", (f, l) -> f.stream(l, 40)
                .flatMap(
                        id -> id % 8 == 0 && id < 25
                                ? f.load(l, id)
                                : Mono.delay(Duration.ofMillis(200)).thenReturn(1),
                        8)
                .count());
        all.put("fire and forget", (f, l) -> f.stream(l, 600)
                .doOnNext(id -> {
                    if (id % 50 == 0) {
                        f.load(l, id).subscribe();
                    }
                })
                .concatMap(id -> Mono.delay(Duration.ofMillis(1)), 1)
                .count());
        all.put(
                "fire and forget, one by one",
                (f, l) -> Mono.create(
                        sink -> f.stream(l, 300).subscribe(new OneByOne(sink, Duration.ofMillis(1), id -> f.load(l, id)
                                .subscribe()))));
        all.put(
                "collect, then zip",
                (f, l) -> Mono.zip(
                        many(f, l).collectList(), f.load(l, 1), f.stream(l, 100).count()));
        all.put("merge of streams, slow", (f, l) -> Flux.merge(f.stream(l, 400), f.stream(l, 400))
                .limitRate(8)
                .concatMap(id -> Mono.delay(Duration.ofMillis(1)), 1)
                .count());
        all.put("concat of streams, slow", (f, l) -> Flux.concat(f.stream(l, 200), f.load(l, 3), f.stream(l, 100))
                .concatMap(id -> Mono.delay(Duration.ofMillis(1)), 1)
                .count());
        all.put(
                "step by step",
                (f, l) -> Mono.create(sink -> {
                    f.load(l, 9).delaySubscription(Duration.ofMillis(30)).subscribe();
                    f.stream(l, 5).subscribe(new OneByOne(sink, Duration.ofMillis(200), id -> {}));
                }));
        all.put("inner with a time limit", (f, l) -> f.stream(l, 40)
                .flatMap(
                        id -> Mono.firstWithSignal(
                                f.load(l, id),
                                Mono.delay(Duration.ofMillis(500)).thenReturn(0)),
                        8)
                .count());
        all.put("first of two", (f, l) -> f.stream(l, 20)
                .flatMap(
                        id -> Mono.firstWithSignal(
                                Mono.delay(Duration.ofMillis(300)).thenReturn(0), f.load(l, id)),
                        4)
                .count());
        return all;
    }

    private static Flux<Integer> many(LaneFixture fixture, Lane lane) {
        return fixture.stream(lane, MANY);
    }

    /** Asks for one row, waits, asks for the next. */
    private static final class OneByOne extends BaseSubscriber<Integer> {
        private final MonoSink<Object> sink;
        private final Duration pause;
        private final Consumer<Integer> action;

        OneByOne(MonoSink<Object> sink, Duration pause, Consumer<Integer> action) {
            this.sink = sink;
            this.pause = pause;
            this.action = action;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            subscription.request(1);
        }

        @Override
        protected void hookOnNext(Integer id) {
            action.accept(id);
            Mono.delay(pause).subscribe(tick -> request(1));
        }

        @Override
        protected void hookOnError(Throwable error) {
            sink.error(error);
        }

        @Override
        protected void hookOnComplete() {
            sink.success(1L);
        }
    }
}
