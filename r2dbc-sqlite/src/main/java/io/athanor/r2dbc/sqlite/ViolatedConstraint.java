package io.athanor.r2dbc.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names in one of SQLite's messages about constraints, for it has no other way to tell them. */
record ViolatedConstraint(@Nullable String constraint, @Nullable String table, List<String> columns) {
    private static final Pattern COLUMNS = Pattern.compile("(?:UNIQUE|NOT NULL) constraint failed: (?!index ')(.*)");
    private static final Pattern NAME =
            Pattern.compile("(?:CHECK constraint failed: (.*)|UNIQUE constraint failed: index '(.*)')");
    private static final Pattern STRICT = Pattern.compile("cannot store \\w+ value in \\w+ column (.*)");

    static ViolatedConstraint parse(String message) {
        Matcher name = NAME.matcher(message);
        if (name.matches()) {
            return new ViolatedConstraint(name.group(1) == null ? name.group(2) : name.group(1), null, List.of());
        }
        Matcher columns = COLUMNS.matcher(message);
        if (columns.matches()) {
            return of(columns.group(1));
        }
        Matcher strict = STRICT.matcher(message);
        if (strict.matches()) {
            return of(strict.group(1));
        }
        return new ViolatedConstraint(null, null, List.of());
    }

    /** From {@code table.column, table.column}. */
    private static ViolatedConstraint of(String list) {
        int dot = list.indexOf('.');
        if (dot < 0) {
            return new ViolatedConstraint(null, null, List.of(list));
        }
        String table = list.substring(0, dot);
        List<String> columns = new ArrayList<>();
        for (String column : list.split(", " + Pattern.quote(table + "."), -1)) {
            columns.add(columns.isEmpty() ? column.substring(dot + 1) : column);
        }
        return new ViolatedConstraint(null, table, List.copyOf(columns));
    }
}
