package io.athanor.dialect;

import io.athanor.ResultException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Intervals inside arrays, where the driver gives a class of H2's own, known here by its text only. */
final class H2Intervals {
    private static final Pattern DAY_TO_SECOND =
            Pattern.compile("INTERVAL '(-?)(\\d+) (\\d+):(\\d+):(\\d+(?:\\.\\d+)?)' DAY TO SECOND");

    private H2Intervals() {}

    static Object decode(Object raw) {
        if (raw instanceof Duration) {
            return raw;
        }
        Matcher parts = DAY_TO_SECOND.matcher(raw.toString());
        if (!parts.matches()) {
            throw new ResultException("the database returned an interval that is not of days to seconds; cast it");
        }
        Duration duration = Duration.ofDays(Long.parseLong(parts.group(2)))
                .plusHours(Long.parseLong(parts.group(3)))
                .plusMinutes(Long.parseLong(parts.group(4)))
                .plusNanos(new BigDecimal(parts.group(5)).movePointRight(9).longValueExact());
        return parts.group(1).isEmpty() ? duration : duration.negated();
    }
}
