package io.athanor.driver.postgresql;

import static io.r2dbc.postgresql.codec.PostgresqlObjectId.DATE;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.DATE_ARRAY;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.INTERVAL;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.INTERVAL_ARRAY;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.TIMESTAMP;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.TIMESTAMPTZ;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.TIMESTAMPTZ_ARRAY;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.TIMESTAMP_ARRAY;

import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.message.Format;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.ChronoLocalDateTime;
import java.time.chrono.ChronoZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads times in binary where they are asked for by the interfaces of {@code java.time.chrono}, which the dialect does:
 * for the classes themselves the driver has its own codecs in a cache that no other codec gets into.
 */
final class BinaryCodec extends ReadingCodec {
    private static final Map<Integer, Reading> READINGS = Map.of(
            key(DATE), new Reading(ChronoLocalDate.class, BinaryTemporals::date),
            key(TIMESTAMP), new Reading(ChronoLocalDateTime.class, BinaryTemporals::timestamp),
            key(TIMESTAMPTZ), new Reading(ChronoZonedDateTime.class, BinaryTemporals::timestampInUtc),
            key(INTERVAL), new Reading(String.class, BinaryTemporals::interval),
            key(DATE_ARRAY),
                    new Reading(ChronoLocalDate[].class, BinaryArrays.of(LocalDate.class, BinaryTemporals::date)),
            key(TIMESTAMP_ARRAY),
                    new Reading(
                            ChronoLocalDateTime[].class,
                            BinaryArrays.of(LocalDateTime.class, BinaryTemporals::timestamp)),
            key(TIMESTAMPTZ_ARRAY),
                    new Reading(
                            ChronoZonedDateTime[].class,
                            BinaryArrays.of(ZonedDateTime.class, BinaryTemporals::timestampInUtc)),
            key(INTERVAL_ARRAY), new Reading(String[].class, BinaryArrays.of(String.class, BinaryTemporals::interval)));

    private static Integer key(PostgresqlObjectId id) {
        return id.getObjectId();
    }

    /** Makes a value of its bytes. */
    interface Reader<T> {
        T read(ByteBuf bytes);
    }

    private record Reading(Class<?> type, Reader<?> reader) {}

    @Override
    public boolean canDecode(int dataType, Format format, Class<?> wanted) {
        Reading reading = READINGS.get(dataType);
        return reading != null && format == Format.FORMAT_BINARY && reading.type() == wanted;
    }

    @Override
    public @Nullable Object decode(@Nullable ByteBuf buffer, int dataType, Format format, Class<?> wanted) {
        Reading reading = READINGS.get(dataType);
        return buffer == null || reading == null ? null : reading.reader().read(buffer);
    }
}
