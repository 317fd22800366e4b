package io.athanor.benchmarks.peers.r2dbc;

import io.athanor.benchmarks.peers.Item;
import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.message.Format;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row as one value of the type {@code record}, in binary: a count of fields, then for each its type's oid, its length and its
 * bytes. What the driver spends on each column it spends on each row. For rows without NULL.
 */
record WholeRowCodec<T>(Class<T> type, Function<ByteBuf, T> decoder) implements Codec<T> {
    private static final long EPOCH_SECONDS = 946_684_800; // of the year 2000
    private static final long MICROS = 1_000_000;
    private static final int NEGATIVE = 0x4000;
    private static final int BASE = 10_000;

    static Item item(ByteBuf row) {
        return new Item(bigint(row), integer(row), text(row), timestamp(row), cents(row));
    }

    private static long bigint(ByteBuf row) {
        return row.skipBytes(8).readLong();
    }

    private static int integer(ByteBuf row) {
        return row.skipBytes(8).readInt();
    }

    private static String text(ByteBuf row) {
        int length = row.skipBytes(4).readInt();
        return row.readCharSequence(length, StandardCharsets.UTF_8).toString();
    }

    private static OffsetDateTime timestamp(ByteBuf row) {
        long micros = bigint(row);
        return Instant.ofEpochSecond(
                        EPOCH_SECONDS + Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000)
                .atOffset(ZoneOffset.UTC);
    }

    /** Of two digits behind the point, and not too many before. */
    private static BigDecimal cents(ByteBuf row) {
        int digits = row.skipBytes(8).readShort();
        int weight = row.readShort();
        int sign = row.readShort();
        row.skipBytes(2);
        long value = 0;
        for (int i = 0; i < digits; i++) {
            value = value * BASE + row.readShort();
        }
        int exponent = weight + 1 - digits;
        for (int i = 0; i < exponent; i++) {
            value *= BASE;
        }
        long unscaled = exponent < 0 ? value / 100 : value * 100;
        return BigDecimal.valueOf(sign == NEGATIVE ? -unscaled : unscaled, 2);
    }

    @Override
    public boolean canDecode(int dataType, Format format, Class<?> wanted) {
        return wanted == type;
    }

    @Override
    public boolean canEncode(Object value) {
        return false;
    }

    @Override
    public boolean canEncodeNull(Class<?> nullType) {
        return false;
    }

    @Override
    public @Nullable T decode(@Nullable ByteBuf row, int dataType, Format format, Class<? extends T> wanted) {
        return row == null ? null : decoder.apply(row.skipBytes(4));
    }

    @Override
    public EncodedParameter encode(Object value) {
        throw new UnsupportedOperationException("rows are only read");
    }

    @Override
    public EncodedParameter encode(Object value, int dataType) {
        throw new UnsupportedOperationException("rows are only read");
    }

    @Override
    public EncodedParameter encodeNull() {
        throw new UnsupportedOperationException("rows are only read");
    }
}
