package io.athanor.engine;

import io.athanor.compile.BoundStatement;
import io.r2dbc.spi.Readable;
import java.util.function.Function;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;

/** The rows of a query through a cursor of the transaction; see {@link CursorSubscription}. */
final class CursorFlux<R> extends Flux<R> {
    private final Lane lane;
    private final Cursors cursors;
    private final BoundStatement query;
    private final Function<? super Readable, ? extends R> mapper;

    CursorFlux(Lane lane, Cursors cursors, BoundStatement query, Function<? super Readable, ? extends R> mapper) {
        this.lane = lane;
        this.cursors = cursors;
        this.query = query;
        this.mapper = mapper;
    }

    @Override
    public void subscribe(CoreSubscriber<? super R> actual) {
        actual.onSubscribe(new CursorSubscription<>(lane, cursors, query, mapper, actual));
    }
}
