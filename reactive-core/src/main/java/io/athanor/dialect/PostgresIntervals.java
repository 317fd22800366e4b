package io.athanor.dialect;

import io.athanor.ResultException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Intervals as PostgreSQL writes them: {@code 3 days -07:00:00.5}. The driver has a class of its own for them, which loses
 * microseconds on the way.
 */
final class PostgresIntervals {
    private static final Pattern PART =
            Pattern.compile("\\s*(?:([+-]?)(\\d+):(\\d\\d):(\\d\\d(?:\\.\\d+)?)|([+-]?[\\d.]+) (day|sec|mon|year)s?)");

    private PostgresIntervals() {}

    /** A day is 24 hours, as in {@code extract(epoch from …)}; a month has no length of its own. */
    static Object decode(Object raw) {
        String text = (String) raw;
        Duration duration = Duration.ZERO;
        Matcher part = PART.matcher(text);
        int end = 0;
        while (end < text.length() && part.find(end) && part.start() == end) {
            duration = duration.plus(part.group(6) == null ? time(part) : unit(part));
            end = part.end();
        }
        if (end < text.length()) {
            throw new ResultException(
                    "the database writes intervals in a style of its own; set intervalstyle to postgres");
        }
        return duration;
    }

    private static Duration time(Matcher part) {
        Duration time = Duration.ofHours(Long.parseLong(part.group(2)))
                .plusMinutes(Long.parseLong(part.group(3)))
                .plus(seconds(part.group(4)));
        return part.group(1).equals("-") ? time.negated() : time;
    }

    private static Duration unit(Matcher part) {
        String amount = part.group(5);
        return switch (part.group(6)) {
            case "day" -> Duration.ofDays(Long.parseLong(amount));
            case "sec" -> seconds(amount);
            default -> months(amount);
        };
    }

    private static Duration seconds(String amount) {
        BigDecimal seconds = new BigDecimal(amount);
        return Duration.ofSeconds(
                seconds.longValue(),
                seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
    }

    private static Duration months(String amount) {
        if (Long.parseLong(amount) == 0) {
            return Duration.ZERO;
        }
        throw new ResultException("the database returned an interval of months, which have no fixed length;"
                + " select its parts, or its seconds by extract(epoch from …)");
    }
}
