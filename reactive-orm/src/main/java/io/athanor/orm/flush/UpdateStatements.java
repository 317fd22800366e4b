package io.athanor.orm.flush;

import io.athanor.orm.flush.Action.Update;
import io.athanor.orm.flush.Action.UpdateRows;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.sql.Assignment;
import io.athanor.sql.Column;
import io.athanor.sql.Expression;
import io.athanor.sql.Predicate;
import io.athanor.sql.Sql;
import io.athanor.sql.ValuesSource;
import io.athanor.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Updates of many rows to different values as one statement.
 *
 * <pre>{@code
 * update "article" set "title" = "new"."title", "version" = "new"."version"
 * from (values (?, ?, ?, ?), …) "new" ("id", "title", "version", "old_version") -- PostgreSQL: from unnest(?, ?, ?, ?) "new" (…)
 * where "article"."id" = "new"."id" and "article"."version" = "new"."old_version"
 * }</pre>
 */
final class UpdateStatements {
    private static final String ALIAS = "new";

    private final UpdateRows action;
    private final List<Column<?>> key;
    private final @Nullable MappedColumn version;

    UpdateStatements(UpdateRows action) {
        this.action = action;
        this.key = action.rows().get(0).row().mapping().stored(action.table()).key();
        this.version =
                action.isVersioned() ? action.rows().get(0).row().mapping().version() : null;
    }

    /** How many values a row takes. */
    int width() {
        return key.size() + action.columns().size() + (version == null ? 0 : 1);
    }

    io.athanor.sql.Update of(List<Update> rows) {
        return rows.size() == 1 ? ofOne(rows.get(0)) : ofMany(rows);
    }

    private io.athanor.sql.Update ofOne(Update row) {
        List<Assignment> set = new ArrayList<>();
        for (Column<?> column : action.columns()) {
            set.add(assignment(column, value(row, column)));
        }
        io.athanor.sql.Update update = Sql.update(action.table())
                .set(set.toArray(Assignment[]::new))
                .where(Conditions.is(key, row.row().key()));
        return version == null
                ? update
                : update.where(Conditions.is(
                        version.column(), Objects.requireNonNull(row.row().oldVersion())));
    }

    private static @Nullable Object value(Update row, Column<?> column) {
        Value value = row.values().get(column);
        return value == null ? null : value.get();
    }

    private static <T> Assignment assignment(Column<T> column, @Nullable Object value) {
        return value == null ? column.to((T) null) : column.to(Conditions.cast(column, value));
    }

    private io.athanor.sql.Update ofMany(List<Update> rows) {
        List<Expression<?>> names = new ArrayList<>();
        key.forEach(column -> names.add(Sql.column(column.name(), column.type())));
        action.columns().forEach(column -> names.add(Sql.column(column.name(), column.type())));
        Expression<?> oldVersion =
                version == null ? null : oldVersion(version.column().type(), names);
        if (oldVersion != null) {
            names.add(oldVersion);
        }
        ValuesSource source =
                Sql.values(ALIAS, names, rows.stream().map(this::values).toList());
        List<Assignment> set = new ArrayList<>();
        action.columns().forEach(column -> set.add(assignment(column, source)));
        io.athanor.sql.Update update =
                Sql.update(action.table()).set(set.toArray(Assignment[]::new)).from(source);
        for (Column<?> column : key) {
            update = update.where(same(column, source));
        }
        return version == null || oldVersion == null
                ? update
                : update.where(equal(version.column(), source.get(oldVersion)));
    }

    private static <T> Expression<T> oldVersion(SqlType<T> type, List<Expression<?>> names) {
        StringBuilder name = new StringBuilder("old_version");
        while (names.stream()
                .anyMatch(each ->
                        each instanceof Column<?> column && column.name().contentEquals(name))) {
            name.append('_');
        }
        return Sql.column(name.toString(), type);
    }

    private List<@Nullable Object> values(Update row) {
        List<@Nullable Object> values = new ArrayList<>(row.row().key());
        action.columns().forEach(column -> values.add(value(row, column)));
        if (version != null) {
            values.add(row.row().oldVersion());
        }
        return values;
    }

    private static <T> Assignment assignment(Column<T> column, ValuesSource source) {
        return column.to(source.get(Sql.column(column.name(), column.type())));
    }

    private static <T> Predicate same(Column<T> column, ValuesSource source) {
        return column.eq(source.get(Sql.column(column.name(), column.type())));
    }

    @SuppressWarnings("unchecked") // the version it had is of the version's type
    private static <T> Predicate equal(Column<T> column, Expression<?> other) {
        return column.eq((Expression<T>) other);
    }
}
