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

/** The result of a command that returns rows. It can be read once. */
final class RowsResult implements Result {
    private final Worker worker;
    private final Cursor cursor;
    private final Predicate<Segment> filter;

    RowsResult(Worker worker, Cursor cursor) {
        this(worker, cursor, segment -> true);
    }

    private RowsResult(Worker worker, Cursor cursor, Predicate<Segment> filter) {
        this.worker = worker;
        this.cursor = cursor;
        this.filter = filter;
    }

    /** Nothing for a query; for a change with {@code RETURNING} the rows are read over first. */
    @Override
    public Publisher<Long> getRowsUpdated() {
        return new RowFlux<>(worker, cursor, RowReaders.changes(filter));
    }

    @Override
    public <T> Publisher<T> map(BiFunction<Row, RowMetadata, ? extends T> mappingFunction) {
        Check.notNull(mappingFunction, "mappingFunction");
        return new RowFlux<>(
                worker, cursor, RowReaders.rows(filter, row -> mappingFunction.apply(row, row.getMetadata())));
    }

    @Override
    public <T> Publisher<T> map(Function<? super Readable, ? extends T> mappingFunction) {
        Check.notNull(mappingFunction, "mappingFunction");
        return new RowFlux<>(worker, cursor, RowReaders.rows(filter, mappingFunction::apply));
    }

    @Override
    public Result filter(Predicate<Segment> further) {
        Check.notNull(further, "filter");
        return new RowsResult(worker, cursor, filter.and(further));
    }

    @Override
    public <T> Publisher<T> flatMap(Function<Segment, ? extends Publisher<? extends T>> mappingFunction) {
        Check.notNull(mappingFunction, "mappingFunction");
        Flux<Segment> segments = new RowFlux<>(worker, cursor, RowReaders.segments(filter));
        return segments.concatMap(mappingFunction, 0);
    }
}
