package io.athanor.engine;

import io.athanor.ResultException;
import io.athanor.compile.BoundStatement;
import io.athanor.compile.RowDecoder;
import io.athanor.sql.Query;
import io.r2dbc.spi.Readable;
import java.util.Optional;
import reactor.core.publisher.Flux;

/**
 * A query ready to be sent, and its rows to be read: for one execution.
 *
 * @param query what was asked for
 * @param bound what is sent
 * @param decoder reads the rows
 * @param effect what it does besides
 */
record Prepared<R>(Query<R> query, BoundStatement bound, RowDecoder<R> decoder, Effect effect) {
    R row(Readable row) {
        R value = decoder.decode(row);
        if (value == null) {
            throw new ResultException("A row of " + query.selection().columns()
                    + " is NULL, and a stream holds none; use coalesce, or select it beside another expression");
        }
        return value;
    }

    Optional<R> rowOrNull(Readable row) {
        return Optional.ofNullable(decoder.decode(row));
    }

    /** So few rows that they are read in one go, and wait for their subscriber here and not on the connection. */
    boolean isShort() {
        return effect == Effect.READS && ShortResults.isShort(query);
    }

    /** The rows, read ahead if they are few. */
    Flux<R> ahead(Flux<R> rows) {
        return isShort() ? rows.onBackpressureBuffer() : rows;
    }
}
