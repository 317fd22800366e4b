package io.athanor.engine;

import io.athanor.dialect.Dialect;
import io.athanor.sql.Batch;
import io.athanor.sql.Selection;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Placeholder. */
final class BulkInsert<S> {
    static <S> BulkInsert<S> of(Batch<S> batch, Dialect dialect) {
        return new BulkInsert<>();
    }

    Mono<Long> execute(Executor executor, Publisher<? extends S> rows) {
        return Mono.empty();
    }

    <R> Flux<R> stream(Executor executor, Selection<R> selection, Publisher<? extends S> rows) {
        return Flux.empty();
    }
}
