package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The result of a command that returns no rows: how many it changed. It is a plain value and may be read more than once. */
final class UpdateResult implements Result {
    private final long changes;

    UpdateResult(long changes) {
        this.changes = changes;
    }

    @Override
    public Publisher<Long> getRowsUpdated() {
        return Mono.just(changes);
    }

    @Override
    public <T> Publisher<T> map(BiFunction<Row, RowMetadata, ? extends T> mappingFunction) {
        Check.notNull(mappingFunction, "mappingFunction");
        return Flux.empty();
    }

    @Override
    public <T> Publisher<T> map(Function<? super Readable, ? extends T> mappingFunction) {
        Check.notNull(mappingFunction, "mappingFunction");
        return Flux.empty();
    }

    @Override
    public Result filter(Predicate<Segment> filter) {
        Check.notNull(filter, "filter");
        return filter.test(new ChangesSegment(changes)) ? this : new EmptyResult();
    }

    @Override
    public <T> Publisher<T> flatMap(Function<Segment, ? extends Publisher<? extends T>> mappingFunction) {
        Check.notNull(mappingFunction, "mappingFunction");
        return Flux.<Segment>just(new ChangesSegment(changes)).concatMap(mappingFunction);
    }
}
