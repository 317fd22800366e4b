package io.athanor.driver.h2;

import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.reactivestreams.Publisher;

/** A result that is read on a worker. */
record ConfinedResult(Result result, Worker worker) implements Result {
    @Override
    public Publisher<Long> getRowsUpdated() {
        return worker.mono(result.getRowsUpdated());
    }

    @Override
    public <T> Publisher<T> map(BiFunction<Row, RowMetadata, ? extends T> mapping) {
        return worker.flux(result.map(mapping));
    }

    @Override
    public <T> Publisher<T> map(Function<? super Readable, ? extends T> mapping) {
        return worker.flux(result.map(mapping));
    }

    @Override
    public Result filter(Predicate<Segment> filter) {
        return new ConfinedResult(result.filter(filter), worker);
    }

    @Override
    public <T> Publisher<T> flatMap(Function<Segment, ? extends Publisher<? extends T>> mapping) {
        return worker.flux(result.flatMap(mapping));
    }
}
