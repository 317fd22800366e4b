package io.athanor.r2dbc.sqlite;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One command of a script. */
final class SqlCommand {
    private static final @Nullable Object[] NONE = {};

    private final String sql;
    private final int[] slots;
    private final StatementKind kind;
    private final boolean returning;

    /**
     * Made of what SQLite prepares, without the semicolon; for each of its parameters in order the index of its value in the bindings of
     * the whole script, −1 if unused; what it is; and whether it has a {@code RETURNING} clause.
     */
    SqlCommand(String sql, int[] slots, StatementKind kind, boolean returning) {
        this.sql = sql;
        this.slots = slots.clone();
        this.kind = kind;
        this.returning = returning;
    }

    String sql() {
        return sql;
    }

    StatementKind kind() {
        return kind;
    }

    boolean hasReturning() {
        return returning;
    }

    int[] slots() {
        return slots.clone();
    }

    /** The same command, answering with {@code columns} of the rows it changes, or with all of them if none are named. */
    SqlCommand returning(String... columns) {
        String list = columns.length == 0
                ? "*"
                : Stream.of(columns).map(SqlCommand::column).collect(Collectors.joining(", "));
        return new SqlCommand(sql + " RETURNING " + list, slots, kind, true);
    }

    /** In backticks, because a name in double quotes that does not exist would silently be a string. */
    private static String column(String name) {
        String quoted = '`' + name.replace("`", "``") + '`';
        return quoted + " AS " + quoted;
    }

    /** The values of this command's parameters out of those of the whole script. */
    @Nullable
    Object[] values(@Nullable Object[] bindings) {
        if (slots.length == 0) {
            return NONE;
        }
        if (isIdentity(bindings.length)) {
            return bindings;
        }
        @Nullable Object[] values = new @Nullable Object[slots.length];
        for (int i = 0; i < slots.length; i++) {
            values[i] = slots[i] < 0 ? null : bindings[slots[i]];
        }
        return values;
    }

    private boolean isIdentity(int length) {
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] != i) {
                return false;
            }
        }
        return slots.length == length;
    }
}
