package io.athanor.compile;

import io.athanor.dialect.Codec;
import io.athanor.dialect.Dialect;
import io.athanor.sql.Expression;
import io.athanor.sql.RowReader;
import io.athanor.sql.Selection;
import io.athanor.types.SqlType;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a driver's rows by position as a selection wants them. Made once for each execution, used by one subscriber at a
 * time.
 *
 * @param <R> what a row is read as
 */
public final class RowDecoder<R> {
    private final Selection<R> selection;
    private final Codec[] codecs;
    private final Current current = new Current();

    private RowDecoder(Selection<R> selection, Codec[] codecs) {
        this.selection = selection;
        this.codecs = codecs;
    }

    /** A decoder for what {@code selection} takes from a row. */
    public static <R> RowDecoder<R> of(Selection<R> selection, Dialect dialect) {
        List<? extends Expression<?>> columns = selection.columns();
        Codec[] codecs = new Codec[columns.size()];
        for (int i = 0; i < codecs.length; i++) {
            codecs[i] = dialect.codec(columns.get(i).type().dataType());
        }
        return new RowDecoder<>(selection, codecs);
    }

    /** The row as the selection reads it; null if all that was selected is one NULL. */
    public @Nullable R decode(Readable row) {
        current.row = row;
        return selection.read(current, 0);
    }

    private final class Current implements RowReader {
        private @Nullable Readable row;

        @Override
        public <T> @Nullable T value(int index, SqlType<T> type) {
            Readable here = row;
            if (here == null) {
                throw new IllegalStateException("a row is read only while it is being decoded");
            }
            Codec codec = codecs[index];
            Object raw = here.get(index, codec.readAs());
            return raw == null ? null : type.decode(codec.decode().apply(raw));
        }
    }
}
