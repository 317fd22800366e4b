package io.athanor.r2dbc.sqlite;

import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;

/** A cursor as a publisher that one subscriber can read. */
final class RowFlux<T> extends Flux<T> {
    private final Worker worker;
    private final Cursor cursor;
    private final RowReader<T> reader;

    RowFlux(Worker worker, Cursor cursor, RowReader<T> reader) {
        this.worker = worker;
        this.cursor = cursor;
        this.reader = reader;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> subscriber) {
        if (!cursor.claim()) {
            Operators.error(
                    subscriber,
                    new IllegalStateException("The result was read already; execute the statement again for another"));
            return;
        }
        RowStream<T> stream = new RowStream<>(worker, cursor, reader, subscriber);
        subscriber.onSubscribe(stream);
        stream.start();
    }
}
