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
            targets = targets.from(target).where(direct(mapping, owner, target));
        } else {
            Source<?> between =
                    table.as(PathAlias.of(target.alias(), table.name().name()));
            targets = targets.from(between)
                    .join(target, ofTarget(mapping, between, target))
                    .where(ofOwner(mapping, owner, between));
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
                .where(ofOwner(mapping, owner, between))
                .where(KeyConditions.equal(between, mapping.targetForeignKey(), key)));
    }

    /** The table between the two; elements are in theirs themselves. */
    private static @Nullable TypedTable<?> between(RelationshipMapping mapping) {
        return mapping.kind() == RelationshipMapping.Kind.ELEMENTS ? null : mapping.joinTable();
    }

    private static Predicate direct(RelationshipMapping mapping, Source<?> owner, Source<?> target) {
        return mapping.kind() == RelationshipMapping.Kind.TO_ONE
                ? equal(mapping.foreignKey(), owner, mapping.target().key(), target)
                : equal(mapping.foreignKey(), target, mapping.owner().key(), owner);
    }

    private static Predicate ofOwner(RelationshipMapping mapping, Source<?> owner, Source<?> between) {
        return equal(mapping.foreignKey(), between, mapping.owner().key(), owner);
    }

    private static Predicate ofTarget(RelationshipMapping mapping, Source<?> between, Source<?> target) {
        return equal(mapping.targetForeignKey(), between, mapping.target().key(), target);
    }

    private static Predicate equal(
            List<Column<?>> foreignKey, Source<?> referring, List<MappedColumn> key, Source<?> referred) {
        Predicate all = equal(foreignKey.get(0), referring, key.get(0).column(), referred);
        for (int i = 1; i < foreignKey.size(); i++) {
            all = all.and(equal(foreignKey.get(i), referring, key.get(i).column(), referred));
        }
        return all;
    }

    @SuppressWarnings("unchecked") // a foreign key has the types of the key it refers to
    private static <T> Predicate equal(Column<T> foreign, Source<?> referring, Column<?> key, Source<?> referred) {
        return referring.get(foreign).eq(referred.get((Column<T>) key));
    }
}
