package io.athanor.driver.h2;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Result;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A batch that runs on a worker. */
record ConfinedBatch(Batch batch, Worker worker) implements Batch {
    @Override
    public Batch add(String sql) {
        batch.add(sql);
        return this;
    }

    @Override
    public Publisher<? extends Result> execute() {
        return worker.flux(Flux.defer(batch::execute)).map(result -> new ConfinedResult(result, worker));
    }
}
