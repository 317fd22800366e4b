package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.Blob;
import io.r2dbc.spi.Clob;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code Blob} and {@code Clob} parameters: their content has to be collected before SQLite can have it. */
final class LargeValues {
    private LargeValues() {}

    /** The same values, with the content in place of what streams it. */
    static Mono<List<@Nullable Object[]>> collect(List<@Nullable Object[]> bindings) {
        return Flux.fromIterable(bindings).concatMap(LargeValues::collect).collectList();
    }

    private static Mono<@Nullable Object[]> collect(@Nullable Object[] values) {
        @Nullable Object[] collected = values.clone();
        return Flux.range(0, values.length)
                .concatMap(index -> content(values[index])
                        .doOnNext(content -> collected[index] = content)
                        .then())
                .then(Mono.fromSupplier(() -> collected));
    }

    private static Mono<Object> content(@Nullable Object value) {
        if (value instanceof Blob blob) {
            return Flux.from(blob.stream())
                    .collect(ByteArrayOutputStream::new, LargeValues::append)
                    .map(ByteArrayOutputStream::toByteArray);
        }
        if (value instanceof Clob clob) {
            return Flux.from(clob.stream())
                    .collect(StringBuilder::new, StringBuilder::append)
                    .map(StringBuilder::toString);
        }
        return Mono.empty();
    }

    private static void append(ByteArrayOutputStream bytes, ByteBuffer part) {
        byte[] content = new byte[part.remaining()];
        part.get(content);
        bytes.writeBytes(content);
    }
}
