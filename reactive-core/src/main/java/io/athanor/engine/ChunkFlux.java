package io.athanor.engine;

import io.athanor.sql.Batch;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;

/**
 * The elements of a source as chunks of a batch, none of them empty. The source is asked for no more rows than the chunks
 * that were asked for hold.
 */
final class ChunkFlux<S> extends Flux<Chunk> {
    private final Publisher<? extends S> source;
    private final Batch<S> batch;
    private final ChunkLimits limits;

    ChunkFlux(Publisher<? extends S> source, Batch<S> batch, ChunkLimits limits) {
        this.source = source;
        this.batch = batch;
        this.limits = limits;
    }

    @Override
    public void subscribe(CoreSubscriber<? super Chunk> actual) {
        source.subscribe(new ChunkSubscriber<>(actual, batch.buffer(), limits));
    }
}
