package io.athanor.schema;

import io.athanor.sql.Column;
import io.athanor.sql.ColumnOption;
import io.athanor.sql.ColumnOption.Checked;
import io.athanor.sql.Constraint;
import io.athanor.sql.ForeignKey;
import io.athanor.sql.Index;
import io.athanor.sql.Ordering;
import io.athanor.sql.Predicate;
import io.athanor.sql.TableName;
import io.athanor.sql.TypedTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides what the declaration of one table leaves open. Confined to one call. */
final class TableResolver {
    private final TypedTable<?> table;
    private final TableName name;
    private final @Nullable String schema;
    private final NamingConvention convention;
    private final GeneratedNames names = new GeneratedNames();
    private final List<ConstraintDefinition> constraints = new ArrayList<>();
    private final List<CreateIndex> indexes = new ArrayList<>();

    private TableResolver(TypedTable<?> table, NamingConvention convention, @Nullable String schema) {
        this.table = table;
        this.convention = convention;
        this.name = inSchema(table.name(), schema);
        this.schema = schema;
    }

    static TableDefinition resolve(TypedTable<?> table, NamingConvention convention, @Nullable String schema) {
        TableChecks.check(table);
        return new TableResolver(table, convention, schema).resolve();
    }

    static TableName inSchema(TableName name, @Nullable String schema) {
        return name.schema() == null && schema != null ? TableName.of(schema, name.name()) : name;
    }

    private TableDefinition resolve() {
        table.constraints().forEach(constraint -> names.reserve(constraint.name()));
        table.indexes().forEach(index -> names.reserve(index.name()));
        primaryKey();
        uniqueKeys();
        table.foreignKeys().forEach(this::foreignKey);
        checks();
        table.indexes().forEach(this::index);
        return new TableDefinition(name, columns(), List.copyOf(constraints), List.copyOf(indexes), comments());
    }

    private void primaryKey() {
        List<String> key = namesOf(table.keyColumns());
        if (!key.isEmpty()) {
            String given = table.constraints().stream()
                    .filter(Constraint.PrimaryKey.class::isInstance)
                    .findFirst()
                    .map(Constraint::name)
                    .orElse(null);
            ObjectName keyName = names.of(given, NamingConvention.fill(convention.primaryKey(), name, key));
            constraints.add(new ConstraintDefinition.PrimaryKey(keyName, key));
        }
    }

    private void uniqueKeys() {
        for (Column<?> column : table.columns()) {
            if (column.has(ColumnOption.Flag.UNIQUE)) {
                uniqueKey(null, List.of(column.name()));
            }
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.Unique unique) {
                uniqueKey(unique.name(), namesOf(unique.columns()));
            }
        }
    }

    private void uniqueKey(@Nullable String given, List<String> key) {
        String generated = NamingConvention.fill(convention.unique(), name, key);
        constraints.add(new ConstraintDefinition.Unique(names.of(given, generated), key));
    }

    private void foreignKey(ForeignKey key) {
        List<String> from = namesOf(key.columns());
        List<String> to = namesOf(key.targetColumns());
        TableName target = inSchema(key.targetTable().name(), schema);
        ObjectName keyName = names.of(key.name(), convention.foreignKeyOf(name, from, target, to));
        constraints.add(new ConstraintDefinition.ForeignKey(keyName, from, target, to, key.actions()));
    }

    private void checks() {
        for (Column<?> column : table.columns()) {
            for (ColumnOption<?> option : column.options()) {
                if (option instanceof Checked<?> checked) {
                    check(null, condition(checked.condition(), column));
                }
            }
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.Check check) {
                check(check.name(), check.condition());
            }
        }
    }

    private void check(@Nullable String given, Predicate condition) {
        List<String> mentioned = namesOf(List.copyOf(Mentions.in(condition).columns()));
        ObjectName checkName = names.of(given, NamingConvention.fill(convention.check(), name, mentioned));
        constraints.add(new ConstraintDefinition.Check(checkName, mentioned, new Unqualified(condition, schema)));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the compiler checked the option against its column's type
    static Predicate condition(Function<?, Predicate> condition, Column<?> column) {
        return (Predicate) ((Function) condition).apply(column);
    }

    private void index(Index index) {
        Set<Column<?>> mentioned = new LinkedHashSet<>();
        index.keys()
                .forEach(key -> mentioned.addAll(Mentions.in(key.expression()).columns()));
        String generated = NamingConvention.fill(convention.index(), name, namesOf(List.copyOf(mentioned)));
        indexes.add(new CreateIndex(name, names.of(index.name(), generated), index));
    }

    private List<ColumnDefinition> columns() {
        List<String> primaryKey = namesOf(table.keyColumns());
        Set<String> keyed = new HashSet<>();
        for (ConstraintDefinition constraint : constraints) {
            if (!(constraint instanceof ConstraintDefinition.Check)) {
                keyed.addAll(constraint.columns());
            }
        }
        for (CreateIndex index : indexes) {
            for (Ordering key : index.index().keys()) {
                if (key.expression() instanceof Column<?> column) {
                    keyed.add(column.name());
                }
            }
        }
        List<ColumnDefinition> definitions = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            boolean nullable = column.isNullable() && !primaryKey.contains(column.name());
            definitions.add(new ColumnDefinition(column, nullable, keyed.contains(column.name()), schema));
        }
        return List.copyOf(definitions);
    }

    private List<CommentOn> comments() {
        List<CommentOn> comments = new ArrayList<>();
        String ofTable = table.tableComment();
        if (ofTable != null) {
            comments.add(new CommentOn(name, null, ofTable));
        }
        for (Column<?> column : table.columns()) {
            ColumnOption.Comment comment = ColumnDefinition.option(column, ColumnOption.Comment.class);
            if (comment != null) {
                comments.add(new CommentOn(name, column.name(), comment.text()));
            }
        }
        return List.copyOf(comments);
    }

    private static List<String> namesOf(List<? extends Column<?>> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
