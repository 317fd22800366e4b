package io.athanor.schema;

import io.athanor.ConfigurationException;
import io.athanor.sql.Column;
import io.athanor.sql.ColumnOption;
import io.athanor.sql.Constraint;
import io.athanor.sql.Defaults;
import io.athanor.sql.Expression;
import io.athanor.sql.ForeignKey;
import io.athanor.sql.Index;
import io.athanor.sql.SqlNode;
import io.athanor.sql.TypedTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/** What can be wrong with a table taken by itself. */
final class TableChecks {
    private final TypedTable<?> table;

    private TableChecks(TypedTable<?> table) {
        this.table = table;
    }

    static void check(TypedTable<?> table) {
        new TableChecks(table).check();
    }

    private void check() {
        if (!table.alias().equals(table.name().name())) {
            throw error("is given under the alias " + table.alias() + "; give the table itself");
        }
        if (table.columns().isEmpty()) {
            throw error("has no columns");
        }
        table.columns().forEach(this::checkColumn);
        checkIdentities();
        checkPrimaryKeys();
        table.constraints().forEach(this::checkConstraint);
        table.indexes().forEach(this::checkIndex);
        checkRepeated();
    }

    private void checkColumn(Column<?> column) {
        if (column.name().isEmpty()) {
            throw error("has a column whose name is empty");
        }
        for (ColumnOption<?> option : column.options()) {
            if (option instanceof ColumnOption.Checked<?> checked) {
                checkMentions("check", TableResolver.condition(checked.condition(), column));
            }
        }
        checkOrigin(column);
    }

    private void checkOrigin(Column<?> column) {
        List<String> origins = new ArrayList<>();
        Expression<?> serverDefault = Defaults.ofServer(column);
        ColumnOption.Computed<?> computed = ColumnDefinition.option(column, ColumnOption.Computed.class);
        if (serverDefault != null) {
            origins.add("serverDefault");
            if (!Mentions.in(serverDefault).columns().isEmpty()) {
                throw error("has a serverDefault of " + column.name() + " that mentions columns: " + serverDefault
                        + "; use computed, or set it when inserting");
            }
        }
        if (computed != null) {
            origins.add("computed");
            checkMentions(
                    "computed column " + column.name(), computed.expression().get());
        }
        if (ColumnDefinition.option(column, ColumnOption.Identity.class) != null) {
            origins.add("identity");
            if (!column.type().dataType().isInteger()) {
                throw error("has the identity " + column.name() + " of type " + column.type()
                        + "; only SMALLINT, INTEGER and BIGINT are numbered");
            }
        }
        if (!origins.isEmpty() && !origins.equals(List.of("serverDefault"))) {
            if (Defaults.onInsert(column) != null) {
                origins.add("defaultValue");
            }
            if (Defaults.onUpdate(column) != null) {
                origins.add("onUpdate");
            }
        }
        if (origins.size() > 1) {
            throw error("says of column " + column.name() + " that it is " + String.join(" and ", origins)
                    + "; only one can decide its value");
        }
    }

    private void checkIdentities() {
        List<String> identities = table.columns().stream()
                .filter(column -> ColumnDefinition.option(column, ColumnOption.Identity.class) != null)
                .<String>map(Column::name)
                .toList();
        if (identities.size() > 1) {
            throw error(
                    "has several identities: " + identities + "; SQL has one a table, use sequences for the others");
        }
    }

    private void checkPrimaryKeys() {
        long keys = table.constraints().stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .count();
        boolean flagged = table.columns().stream().anyMatch(column -> column.has(ColumnOption.Flag.PRIMARY_KEY));
        if (keys + (flagged ? 1 : 0) > 1) {
            throw error("has more than one primary key; say it once, by primaryKey() or by primaryKeyOf(…)");
        }
    }

    private void checkConstraint(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            checkColumns("primary key", key.columns());
        } else if (constraint instanceof Constraint.Unique unique) {
            checkColumns("unique key", unique.columns());
        } else if (constraint instanceof ForeignKey key) {
            checkColumns("foreign key", key.columns());
        } else if (constraint instanceof Constraint.Check check) {
            checkMentions("check", check.condition());
        }
    }

    private void checkIndex(Index index) {
        if (index.keys().isEmpty()) {
            throw error("has an index over nothing");
        }
        index.keys().forEach(key -> checkMentions("index", key.expression()));
        if (index.condition() != null) {
            checkMentions("index", index.condition());
        }
        index.included().forEach(column -> checkMentions("index", column));
    }

    private void checkColumns(String what, List<Column<?>> columns) {
        if (columns.isEmpty()) {
            throw error("has a " + what + " over no columns");
        }
        if (new HashSet<>(columns).size() < columns.size()) {
            throw error("has a " + what + " that names a column twice: " + columns);
        }
        checkOwn(what, columns);
    }

    private void checkMentions(String what, SqlNode expression) {
        checkOwn(what, Mentions.in(expression).columns());
    }

    private void checkOwn(String what, Collection<? extends Column<?>> columns) {
        for (Column<?> column : columns) {
            if (!table.equals(column.source()) || !table.columns().contains(column)) {
                throw error("mentions " + column + " in its " + what + ", which is no column of it; it has "
                        + table.columns().stream().map(Column::name).toList());
            }
        }
    }

    private void checkRepeated() {
        List<Object> seen = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            if (column.has(ColumnOption.Flag.UNIQUE)) {
                seen.add(List.of("unique key", List.of(column)));
            }
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.Unique unique) {
                seen.add(List.of("unique key", unique.columns()));
            } else if (constraint instanceof Constraint.Check check) {
                seen.add(List.of("check", check.condition()));
            }
        }
        for (ForeignKey key : table.foreignKeys()) {
            seen.add(List.of("foreign key", key.columns(), key.targetColumns()));
        }
        table.indexes()
                .forEach(index -> seen.add(List.of(
                        "index", index.keys(), index.isUnique(), String.valueOf(index.condition()), index.included())));
        for (int i = 0; i < seen.size(); i++) {
            if (seen.indexOf(seen.get(i)) < i) {
                List<?> repeated = (List<?>) seen.get(i);
                throw error("declares the same " + repeated.get(0) + " twice: " + repeated.get(1));
            }
        }
    }

    private ConfigurationException error(String problem) {
        return new ConfigurationException("table " + table.name() + " " + problem);
    }
}
