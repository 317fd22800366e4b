package io.athanor.dialect;

import io.athanor.ResultException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.time.temporal.TemporalUnit;

/** Intervals, which the driver has a class of its own for and takes as text. */
final class PostgresIntervals {
    private PostgresIntervals() {}

    /** A day is 24 hours, as in {@code extract(epoch from …)}; a month has no length of its own. */
    static Object decode(Object raw) {
        TemporalAmount interval = (TemporalAmount) raw;
        Duration duration = Duration.ZERO;
        for (TemporalUnit unit : interval.getUnits()) {
            long amount = interval.get(unit);
            if (amount == 0) {
                continue;
            }
            if (unit == ChronoUnit.YEARS || unit == ChronoUnit.MONTHS) {
                throw new ResultException("the database returned an interval of months, which have no fixed length;"
                        + " select its parts, or its seconds by extract(epoch from …)");
            }
            duration = duration.plus(unit == ChronoUnit.DAYS ? Duration.ofDays(amount) : Duration.of(amount, unit));
        }
        return duration;
    }
}
