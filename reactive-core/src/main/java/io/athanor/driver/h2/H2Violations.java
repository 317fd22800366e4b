package io.athanor.driver.h2;

import io.athanor.ConstraintViolationException.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads which constraint was violated out of H2's messages, the only place that says so. They quote values: none of them
 * may be passed on.
 */
final class H2Violations {
    private static final int NOT_NULL = 23502;
    private static final Pattern UNIQUE =
            Pattern.compile("violation: \"(.+?)(?: INDEX .+?| PRIMARY KEY)? ON ([^(]+)\\((.+?)\\) ");
    private static final Pattern REFERENCE = Pattern.compile("violation: \"(.+?): (.+?) FOREIGN KEY\\((.+?)\\) ");
    private static final Pattern CHECK = Pattern.compile("violation: \"(.+?):");
    private static final Pattern COLUMN = Pattern.compile("column \"(.+?)\"");
    private static final Pattern DIRECTION = Pattern.compile(" (?:ASC|DESC|NULLS (?:FIRST|LAST))");
    private static final Pattern CHANGE = Pattern.compile(
            "\\b(?:insert into|update|merge into) (?:\"[^\"]+\"\\.)?\"([^\"]+)\"", Pattern.CASE_INSENSITIVE);
    /** What H2 calls a constraint that was given no name. */
    private static final Pattern MADE_UP = Pattern.compile("CONSTRAINT_[0-9A-F]+(?:_\\d+)?|PRIMARY_KEY_[0-9A-F]+");

    private H2Violations() {}

    static Violation read(String message, int code) {
        if (code == NOT_NULL) {
            Matcher column = COLUMN.matcher(message);
            List<String> columns = column.find() ? List.of(column.group(1)) : List.of();
            return new Violation(null, written(message), columns);
        }
        Matcher unique = UNIQUE.matcher(message);
        if (unique.find()) {
            return new Violation(named(unique.group(1)), last(unique.group(2)), columns(unique.group(3)));
        }
        Matcher reference = REFERENCE.matcher(message);
        if (reference.find()) {
            return new Violation(named(reference.group(1)), last(reference.group(2)), columns(reference.group(3)));
        }
        Matcher check = CHECK.matcher(message);
        return new Violation(check.find() ? named(check.group(1)) : null, null, List.of());
    }

    /** The table that the statement behind the message writes to, if it is plain to see. */
    private static @Nullable String written(String message) {
        int statement = message.indexOf("SQL statement:");
        Matcher change = CHANGE.matcher(message);
        return statement >= 0 && change.find(statement) ? change.group(1) : null;
    }

    private static List<String> columns(String list) {
        return Arrays.asList(DIRECTION.matcher(list).replaceAll("").split(", "));
    }

    private static @Nullable String named(String constraint) {
        String name = last(constraint);
        return MADE_UP.matcher(name).matches() ? null : name;
    }

    private static String last(String qualified) {
        return qualified.substring(qualified.indexOf('.') + 1);
    }
}
