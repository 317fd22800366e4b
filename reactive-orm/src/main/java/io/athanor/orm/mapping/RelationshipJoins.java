package io.athanor.orm.mapping;

import io.athanor.sql.Column;
import io.athanor.sql.Expression;
import io.athanor.sql.Join;
import io.athanor.sql.Predicate;
import io.athanor.sql.Select;
import io.athanor.sql.Source;
import io.athanor.sql.Sql;
import io.athanor.sql.TypedTable;
import io.athanor.types.Types;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The joins and conditions that lead along a relationship. */
final class RelationshipJoins {
    private RelationshipJoins() {}

    /** From {@code owner} to {@code target}: one join, or two by way of a join table. */
    static List<Join> of(RelationshipMapping mapping, Source<?> owner, Source<?> target, Join.Kind kind) {
        return of(mapping, of(owner), target, kind);
    }

    /** The same from a query that selects the columns of {@code table} as they are called there. */
    static List<Join> of(
            RelationshipMapping mapping,
            Source<?> owner,
            EntityTable<?, ?, ?> table,
            Source<?> target,
            Join.Kind kind) {
        Columns columns = new Columns() {
            @Override
            public <T> Column<T> get(Column<T> named) {
                return owner.get(table.get(named));
            }
        };
        return of(mapping, columns, target, kind);
    }

    /** Finds columns by those of the tables of the database. */
    private interface Columns {
        <T> Column<T> get(Column<T> named);
    }

    private static Columns of(Source<?> source) {
        return new Columns() {
            @Override
            public <T> Column<T> get(Column<T> named) {
                return source.get(named);
            }
        };
    }

    private static List<Join> of(RelationshipMapping mapping, Columns owner, Source<?> target, Join.Kind kind) {
        TypedTable<?> table = between(mapping);
        if (table == null) {
            return List.of(new Join(kind, target, direct(mapping, owner, target)));
        }
        Source<?> between = table.as(PathAlias.of(target.alias(), table.name().name()));
        return List.of(
                new Join(kind, between, ofOwner(mapping, owner, between)),
                new Join(kind, target, ofTarget(mapping, between, target)));
    }

    /** The columns of the join table, joined to {@code target}, that keep where in a collection a row is. */
    static List<Expression<?>> places(RelationshipMapping mapping, Source<?> target) {
        TypedTable<?> table = between(mapping);
        MemberPlace place = mapping.place();
        if (table == null || place == null) {
            return List.of();
        }
        Source<?> between = table.as(PathAlias.of(target.alias(), table.name().name()));
        return place.columns().stream().<Expression<?>>map(between::get).toList();
    }

    /** EXISTS a row of {@code target} that belongs to the row of {@code owner} and meets {@code condition}, if there is one. */
    static Predicate exists(
            RelationshipMapping mapping, Source<?> owner, EntityTable<?, ?, ?> target, @Nullable Predicate condition) {
        TypedTable<?> table = between(mapping);
        Select<Integer> targets = Sql.select(Sql.literal(1, Types.INTEGER));
        if (table == null) {
            targets = targets.from(target).where(direct(mapping, of(owner), target));
        } else {
            Source<?> between =
                    table.as(PathAlias.of(target.alias(), table.name().name()));
            targets = targets.from(between)
                    .join(target, ofTarget(mapping, between, target))
                    .where(ofOwner(mapping, of(owner), between));
        }
        return Sql.exists(condition == null ? targets : targets.where(condition));
    }

    /** EXISTS a row of the join table that links the row of {@code owner} to {@code target}. */
    static Predicate linked(RelationshipMapping mapping, Source<?> owner, Object target) {
        TypedTable<?> table = Objects.requireNonNull(mapping.joinTable());
        Source<?> between = table.as(PathAlias.of(owner.alias(), table.name().name()));
        List<Object> key = KeyConditions.keyOf(mapping.target(), target);
        return Sql.exists(Sql.select(Sql.literal(1, Types.INTEGER))
                .from(between)
                .where(ofOwner(mapping, of(owner), between))
                .where(KeyConditions.equal(between, mapping.targetForeignKey(), key)));
    }

    /** The table between the two; elements are in theirs themselves. */
    private static @Nullable TypedTable<?> between(RelationshipMapping mapping) {
        return mapping.kind() == RelationshipMapping.Kind.ELEMENTS ? null : mapping.joinTable();
    }

    private static Predicate direct(RelationshipMapping mapping, Columns owner, Source<?> target) {
        return mapping.kind() == RelationshipMapping.Kind.TO_ONE
                ? equal(mapping.foreignKey(), owner, mapping.target().key(), of(target))
                : equal(mapping.foreignKey(), of(target), mapping.owner().key(), owner);
    }

    private static Predicate ofOwner(RelationshipMapping mapping, Columns owner, Source<?> between) {
        return equal(mapping.foreignKey(), of(between), mapping.owner().key(), owner);
    }

    private static Predicate ofTarget(RelationshipMapping mapping, Source<?> between, Source<?> target) {
        return equal(mapping.targetForeignKey(), of(between), mapping.target().key(), of(target));
    }

    private static Predicate equal(
            List<Column<?>> foreignKey, Columns referring, List<MappedColumn> key, Columns referred) {
        Predicate all = equal(foreignKey.get(0), referring, key.get(0).column(), referred);
        for (int i = 1; i < foreignKey.size(); i++) {
            all = all.and(equal(foreignKey.get(i), referring, key.get(i).column(), referred));
        }
        return all;
    }

    @SuppressWarnings("unchecked") // a foreign key has the types of the key it refers to
    private static <T> Predicate equal(Column<T> foreign, Columns referring, Column<?> key, Columns referred) {
        return referring.get(foreign).eq(referred.get((Column<T>) key));
    }
}
