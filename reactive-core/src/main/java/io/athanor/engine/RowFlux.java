package io.athanor.engine;

import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;

/**
 * The rows of results, mapped. It ends only when the connection is free again: after a cancel it still signals its end,
 * as {@link OnCancel#SETTLE} wants it, and an exception of the mapper arrives when the rest of the result is out of the
 * way.
 */
final class RowFlux<R> extends Flux<R> {
    private final Publisher<? extends Result> results;
    private final Function<? super Readable, ? extends R> mapper;
    private final DriverConnection driver;
    private final boolean drain;

    /** @param drain whether a result nobody wants any more is read to its end, rather than cancelled */
    RowFlux(
            Publisher<? extends Result> results,
            Function<? super Readable, ? extends R> mapper,
            DriverConnection driver,
            boolean drain) {
        this.results = results;
        this.mapper = mapper;
        this.driver = driver;
        this.drain = drain;
    }

    @Override
    public void subscribe(CoreSubscriber<? super R> actual) {
        RowSubscriber<R> rows = new RowSubscriber<>(actual, mapper, driver, drain);
        Flux.from(results).concatMap(result -> result.map(rows::map)).subscribe(rows);
    }
}
