package io.athanor.driver.postgresql;

import io.netty.buffer.ByteBuf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Days and microseconds since 2000, in the calendar that Java and PostgreSQL share: the proleptic Gregorian one. */
final class BinaryTemporals {
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;
    private static final int MICROS = 1_000_000;

    private BinaryTemporals() {}

    static LocalDate date(ByteBuf bytes) {
        int days = bytes.readInt();
        return switch (days) {
            case Integer.MAX_VALUE -> LocalDate.MAX;
            case Integer.MIN_VALUE -> LocalDate.MIN;
            default -> LocalDate.ofEpochDay(EPOCH_DAY + days);
        };
    }

    static LocalDateTime timestamp(ByteBuf bytes) {
        long micros = bytes.readLong();
        if (micros == Long.MAX_VALUE) {
            return LocalDateTime.MAX;
        }
        return micros == Long.MIN_VALUE ? LocalDateTime.MIN : utc(micros);
    }

    static ZonedDateTime timestampInUtc(ByteBuf bytes) {
        return timestamp(bytes).atZone(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(long micros) {
        return LocalDateTime.ofEpochSecond(
                EPOCH_SECOND + Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000, ZoneOffset.UTC);
    }

    /** As the text format has it, with seconds for hours and minutes too: {@code 0 mons 3 days -7.5 secs}. */
    static String interval(ByteBuf bytes) {
        BigDecimal seconds = BigDecimal.valueOf(bytes.readLong(), 6);
        int days = bytes.readInt();
        int months = bytes.readInt();
        return months + " mons " + days + " days " + seconds.toPlainString() + " secs";
    }
}
