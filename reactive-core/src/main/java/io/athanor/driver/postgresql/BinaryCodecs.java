package io.athanor.driver.postgresql;

import static io.r2dbc.postgresql.codec.PostgresqlObjectId.DATE;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.DATE_ARRAY;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.INTERVAL;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.INTERVAL_ARRAY;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.TIMESTAMP;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.TIMESTAMPTZ;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.TIMESTAMPTZ_ARRAY;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.TIMESTAMP_ARRAY;

import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.CodecRegistry;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.extension.CodecRegistrar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Reads in binary what r2dbc-postgresql 1.1 reads wrongly: dates before 1582 are days off, a TIMESTAMP with a fraction
 * before 2000 is an error, and intervals are not read at all. The text format and all that is sent stay the driver's.
 */
final class BinaryCodecs implements CodecRegistrar {
    @Override
    public Mono<Void> register(PostgresqlConnection connection, ByteBufAllocator allocator, CodecRegistry registry) {
        return Mono.fromRunnable(() -> {
            all(registry).forEach(registry::addFirst);
            registry.addLast(new UnreadableInBinary());
        });
    }

    private static List<Codec<?>> all(CodecRegistry registry) {
        return List.of(
                codec(registry, DATE, LocalDate.class, BinaryTemporals::date),
                codec(registry, DATE_ARRAY, LocalDate[].class, BinaryArrays.of(LocalDate.class, BinaryTemporals::date)),
                codec(registry, TIMESTAMP, LocalDateTime.class, BinaryTemporals::timestamp),
                codec(
                        registry,
                        TIMESTAMP_ARRAY,
                        LocalDateTime[].class,
                        BinaryArrays.of(LocalDateTime.class, BinaryTemporals::timestamp)),
                codec(registry, TIMESTAMPTZ, OffsetDateTime.class, BinaryTemporals::timestampInUtc),
                codec(
                        registry,
                        TIMESTAMPTZ_ARRAY,
                        OffsetDateTime[].class,
                        BinaryArrays.of(OffsetDateTime.class, BinaryTemporals::timestampInUtc)),
                codec(registry, INTERVAL, String.class, BinaryTemporals::interval),
                codec(
                        registry,
                        INTERVAL_ARRAY,
                        String[].class,
                        BinaryArrays.of(String.class, BinaryTemporals::interval)));
    }

    @SuppressWarnings("unchecked") // the codec that encodes a class is one of that class
    private static <T> Codec<T> codec(
            CodecRegistry registry, PostgresqlObjectId id, Class<T> type, BinaryCodec.Reader<T> reader) {
        for (Codec<?> known : registry) {
            if (known.canEncodeNull(type)) {
                return new BinaryCodec<>((Codec<T>) known, id, type, reader);
            }
        }
        throw new IllegalStateException("r2dbc-postgresql has no codec for " + type.getName());
    }
}
