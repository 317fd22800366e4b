package io.athanor.compile;

import io.athanor.dialect.Codec;
import io.r2dbc.spi.Parameters;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a statement and how its values travel. Immutable; the same object for equal statements, so that a driver's
 * own cache meets the same String.
 */
final class Compiled {
    private final String sql;
    private final Codec[] codecs;

    Compiled(String sql, List<Codec> codecs) {
        this.sql = sql;
        this.codecs = codecs.toArray(Codec[]::new);
    }

    /** The statement with {@code values}, each of its kind's own Java class, as the driver takes them. */
    BoundStatement bind(List<@Nullable Object> values) {
        Object[] encoded = new Object[codecs.length];
        for (int i = 0; i < encoded.length; i++) {
            Object value = values.get(i);
            encoded[i] = value == null
                    ? Parameters.in(codecs[i].nullAs())
                    : codecs[i].encode().apply(value);
        }
        return new BoundStatement(sql, Collections.unmodifiableList(Arrays.asList(encoded)));
    }
}
