package io.athanor.orm.mapping;

import io.athanor.orm.mapping.Assembly.Reading;
import io.athanor.orm.mapping.EntityColumns.Owned;
import io.athanor.sql.Case;
import io.athanor.sql.Cast;
import io.athanor.sql.Column;
import io.athanor.sql.Expression;
import io.athanor.sql.Literal;
import io.athanor.sql.Predicate;
import io.athanor.sql.QueryExpression;
import io.athanor.sql.Row;
import io.athanor.sql.Select;
import io.athanor.sql.Selection;
import io.athanor.sql.Sql;
import io.athanor.sql.TableName;
import io.athanor.types.SqlType;
import io.athanor.types.Types;
import jakarta.persistence.InheritanceType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the query of all rows of a class whose columns lie in several tables.
 *
 * <pre>{@code
 * select "dog"."id", "animal"."name", "dog"."breed", "puppy"."weeks" as "puppy_weeks",
 *        case when "puppy"."id" is not null then 'Puppy' else 'Dog' end as "dtype"
 * from "dog" join "animal" on "animal"."id" = "dog"."id" left join "puppy" on "puppy"."id" = "dog"."id"
 *
 * select "dog"."id", "dog"."name", …, 'Dog' as "dtype" from "dog" union all select … from "puppy"
 * }</pre>
 */
final class AssembledRows {
    private final EntityDraft entity;
    private final Drafts drafts;
    private final Assemblies assemblies;
    private final ReadColumns names;
    private final Map<Class<?>, EntityMapping<?>> mappings;

    AssembledRows(
            EntityDraft entity,
            Drafts drafts,
            Assemblies assemblies,
            ReadColumns names,
            Map<Class<?>, EntityMapping<?>> mappings) {
        this.entity = entity;
        this.drafts = drafts;
        this.assemblies = assemblies;
        this.names = names;
        this.mappings = mappings;
    }

    Reading reading(Map<Column<?>, String> called) {
        if (entity.strategy() == InheritanceType.TABLE_PER_CLASS) {
            return new Reading(union(), Map.copyOf(called), kindName(), false);
        }
        List<StoredTable> inner = new ArrayList<>();
        List<StoredTable> outer = new ArrayList<>();
        StoredTable main = tables(inner, outer);
        Map<String, Column<?>> columns = columns();
        for (int i = 0; i < main.key().size(); i++) {
            columns.put(names.all().get(i).name(), main.key().get(i));
        }
        List<Selection<?>> selected = new ArrayList<>();
        for (ColumnSpec read : names.all()) {
            Column<?> column = columns.get(read.name());
            selected.add(column == null ? kind().as(read.name()) : named(column, read.name()));
        }
        Select<Row> rows = Sql.select(selected).from(main.table());
        for (StoredTable table : inner) {
            rows = rows.join(table.table(), sameKey(table, main));
        }
        for (StoredTable table : outer) {
            rows = rows.leftJoin(table.table(), sameKey(table, main));
        }
        return new Reading(rows, Map.copyOf(called), kindName(), outer.isEmpty());
    }

    private @Nullable String kindName() {
        ColumnSpec kind = names.kind();
        return kind == null ? null : kind.name();
    }

    /** The class's own table; {@code inner} are those where it has a row, {@code outer} those where it may have one. */
    private StoredTable tables(List<StoredTable> inner, List<StoredTable> outer) {
        StoredTable main = mainOf(entity);
        for (StoredTable table : mappingOf(entity).tables()) {
            if (table.isOptional()) {
                outer.add(table);
            } else if (!table.equals(main)) {
                inner.add(0, table);
            }
        }
        for (EntityDraft below : drafts.below(entity)) {
            if (below.type() != entity.type()) {
                if (entity.strategy() == InheritanceType.JOINED) {
                    outer.add(mainOf(below));
                }
                outer.addAll(assemblies.secondaries(below).values());
            }
        }
        return main;
    }

    private StoredTable mainOf(EntityDraft each) {
        TableName name = each.table();
        return mappingOf(each).tables().stream()
                .filter(table -> table.table().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private EntityMapping<?> mappingOf(EntityDraft each) {
        return Objects.requireNonNull(mappings.get(each.type()));
    }

    /** The columns of all tables by what they are called. */
    private Map<String, Column<?>> columns() {
        Map<String, Column<?>> all = new HashMap<>();
        boolean isShared = entity.strategy() == InheritanceType.SINGLE_TABLE;
        for (EntityDraft each : drafts.below(isShared ? entity.root() : entity)) {
            all.putAll(columnsOf(each));
        }
        return all;
    }

    private Map<String, Column<?>> columnsOf(EntityDraft each) {
        Map<String, Column<?>> all = new HashMap<>();
        for (Owned owned : assemblies.columnsOf(each).all()) {
            if (names.has(owned)) {
                all.put(
                        names.name(owned),
                        mappingOf(each)
                                .stored(owned.table())
                                .column(owned.column().name()));
            }
        }
        return all;
    }

    private static Selection<?> named(Column<?> column, String name) {
        return column.name().equals(name) ? column : column.as(name);
    }

    private static Predicate sameKey(StoredTable table, StoredTable main) {
        Predicate all = equal(table.key().get(0), main.key().get(0));
        for (int i = 1; i < table.key().size(); i++) {
            all = all.and(equal(table.key().get(i), main.key().get(i)));
        }
        return all;
    }

    @SuppressWarnings("unchecked") // the same key
    private static <T> Predicate equal(Column<T> column, Column<?> other) {
        return column.eq((Column<T>) other);
    }

    /** Which class a row is of, going by the tables that have one of its key: the deepest. */
    private Expression<String> kind() {
        List<EntityDraft> deepest = new ArrayList<>(drafts.below(entity));
        deepest.remove(entity);
        deepest.sort(
                (one, other) -> Integer.compare(other.path().size(), one.path().size()));
        List<Case.Branch> branches = new ArrayList<>();
        for (EntityDraft each : deepest) {
            if (!each.isAbstract()) {
                branches.add(new Case.Branch(mainOf(each).key().get(0).isNotNull(), kindOf(each)));
            }
        }
        Expression<String> own = entity.isAbstract() ? null : kindOf(entity);
        return branches.isEmpty()
                ? kindOf(entity)
                : new Case.Text(List.copyOf(branches), own, Objects.requireNonNull(kindType()));
    }

    private Expression<String> kindOf(EntityDraft each) {
        return new Literal<>((String) Inheritance.value(each), Types.TEXT);
    }

    @SuppressWarnings("unchecked") // a name
    private @Nullable SqlType<String> kindType() {
        ColumnSpec kind = names.kind();
        return kind == null ? null : (SqlType<String>) kind.type();
    }

    private QueryExpression<Row> union() {
        QueryExpression<Row> all = null;
        for (EntityDraft each : drafts.below(entity)) {
            if (!each.isAbstract()) {
                Select<Row> rows = branch(each);
                all = all == null ? rows : all.unionAll(rows);
            }
        }
        return Objects.requireNonNull(all);
    }

    private Select<Row> branch(EntityDraft each) {
        Map<String, Column<?>> columns = columnsOf(each);
        List<Selection<?>> selected = new ArrayList<>();
        for (ColumnSpec read : names.all()) {
            Column<?> column = columns.get(read.name());
            if (column != null) {
                selected.add(named(column, read.name()));
            } else if (read.equals(names.kind())) {
                selected.add(kindOf(each).as(read.name()));
            } else {
                selected.add(nothing(read.type()).as(read.name()));
            }
        }
        return Sql.select(Collections.unmodifiableList(selected))
                .from(mainOf(each).table());
    }

    private static <T> Expression<T> nothing(SqlType<T> type) {
        return new Cast.Any<>(new Literal<>(null, type), type, false);
    }
}
