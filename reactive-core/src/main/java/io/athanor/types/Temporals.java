package io.athanor.types;

import io.athanor.ConfigurationException;
import io.athanor.types.DataType.Kind;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalUnit;

/** Times cut to the digits their type holds, so that a value does not depend on which database rounds how. */
final class Temporals {
    static final int MICROSECONDS = 6;
    private static final TemporalUnit[] UNITS = {
        ChronoUnit.SECONDS,
        Fraction.of(100_000_000),
        Fraction.of(10_000_000),
        ChronoUnit.MILLIS,
        Fraction.of(100_000),
        Fraction.of(10_000),
        ChronoUnit.MICROS,
        Fraction.of(100),
        Fraction.of(10),
        ChronoUnit.NANOS
    };

    private Temporals() {}

    static TemporalUnit unit(int digits) {
        return UNITS[digits];
    }

    static DataType dataType(Kind kind, int digits) {
        if (digits < 0 || digits > 9) {
            throw new ConfigurationException(
                    kind.standardName() + "(" + digits + ") is not a type: a second has 0 to 9 digits");
        }
        return digits == MICROSECONDS ? DataType.of(kind) : DataType.of(kind, digits);
    }

    static Duration truncate(Duration value, int digits) {
        return value.truncatedTo(unit(digits));
    }

    /** A decimal fraction of a second that {@link ChronoUnit} has no name for. */
    private record Fraction(Duration duration) implements TemporalUnit {
        static Fraction of(long nanos) {
            return new Fraction(Duration.ofNanos(nanos));
        }

        @Override
        public Duration getDuration() {
            return duration;
        }

        @Override
        public boolean isDurationEstimated() {
            return false;
        }

        @Override
        public boolean isDateBased() {
            return false;
        }

        @Override
        public boolean isTimeBased() {
            return true;
        }

        @Override
        public <R extends java.time.temporal.Temporal> R addTo(R temporal, long amount) {
            @SuppressWarnings("unchecked") // plus returns the temporal's own class
            R moved = (R) temporal.plus(duration.multipliedBy(amount));
            return moved;
        }

        @Override
        public long between(java.time.temporal.Temporal start, java.time.temporal.Temporal end) {
            return start.until(end, ChronoUnit.NANOS) / duration.toNanos();
        }
    }
}
