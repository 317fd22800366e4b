package io.athanor.orm.load;

import io.athanor.orm.load.OwnedSelection.Owned;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.Load.Strategy;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.mapping.RelationshipLoad;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.sql.Expression;
import io.athanor.sql.Join;
import io.athanor.sql.Ordering;
import io.athanor.sql.Predicate;
import io.athanor.sql.Select;
import io.athanor.sql.Source;
import io.athanor.sql.Sql;
import io.athanor.sql.TypedTable;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** The statements that read what is related to entities. */
final class MemberStatements {
    private MemberStatements() {}

    /** The members of a relationship whose owners' keys, in these columns, meet a condition. */
    static Select<Owned> ofOwners(
            Ask ask, Shapes shapes, Function<List<? extends Expression<?>>, Predicate> ownersMeet) {
        RelationshipMapping relationship = ask.relationship();
        EntityTable<?, ?, ?> target = ask.target();
        if (relationship.kind() == RelationshipMapping.Kind.ELEMENTS) {
            List<Expression<?>> owner = KeyChunks.of(target, relationship.foreignKey());
            return finished(
                    Sql.select(new OwnedElements(relationship, target))
                            .from(target)
                            .where(ownersMeet.apply(owner)),
                    ask.nested(),
                    ask);
        }
        EntitySelection<?> member = ask.selection(shapes);
        TypedTable<?> table = relationship.joinTable();
        Select<Owned> members;
        if (table == null) {
            List<Expression<?>> owner = KeyChunks.of(target, relationship.foreignKey());
            members = Sql.select(OwnedSelection.byTarget(relationship, member))
                    .from(target)
                    .where(ownersMeet.apply(owner));
        } else {
            Source<?> between = table.as(target.alias() + "_link");
            List<Expression<?>> owner = KeyChunks.of(between, relationship.foreignKey());
            members = Sql.select(OwnedSelection.byTable(relationship, member, between))
                    .from(between)
                    .join(target, links(relationship, between, target))
                    .where(ownersMeet.apply(owner));
        }
        return finished(OfClass.only(members, target), member.loads(), ask);
    }

    private static Select<Owned> finished(Select<Owned> select, List<RelationshipLoad<?, ?, ?>> loads, Ask ask) {
        Select<Owned> members = joined(select, loads);
        Predicate condition = ask.condition();
        if (condition != null) {
            members = members.where(condition);
        }
        members = members.orderBy(ask.order().toArray(Ordering[]::new));
        return members.orderBy(order(ask.nested()).toArray(Ordering[]::new));
    }

    private static Predicate links(RelationshipMapping relationship, Source<?> between, Source<?> target) {
        List<MappedColumn> key = relationship.target().key();
        Predicate all = null;
        for (int i = 0; i < key.size(); i++) {
            Predicate part = equal(
                    between.get(relationship.targetForeignKey().get(i)),
                    target.get(key.get(i).column()));
            all = all == null ? part : all.and(part);
        }
        return Objects.requireNonNull(all);
    }

    @SuppressWarnings("unchecked") // a foreign key has the types of the key it refers to
    private static <T> Predicate equal(Expression<T> foreign, Expression<?> key) {
        return foreign.eq((Expression<T>) key);
    }

    /** The rows of a table, each read as {@code entity} reads it, whose key meets a condition. */
    static <E> Select<E> byKey(EntitySelection<E> entity, Function<List<? extends Expression<?>>, Predicate> keyMeets) {
        EntityTable<E, ?, ?> table = entity.table();
        List<Expression<?>> key = table.mapping().key().stream()
                .<Expression<?>>map(column -> table.get(column.column()))
                .toList();
        Select<E> select = Sql.select(entity).from(table).where(keyMeets.apply(key));
        return joined(OfClass.only(select, table), entity.loads());
    }

    /** The same with the joins that loads add. */
    static <R> Select<R> joined(Select<R> select, List<RelationshipLoad<?, ?, ?>> loads) {
        Select<R> joined = select;
        for (RelationshipLoad<?, ?, ?> load : loads) {
            List<Join> joins = load.joins();
            if (!joins.isEmpty()) {
                joined = joined.leftJoin(kind -> joins);
            }
        }
        return joined;
    }

    /** In which order what is joined comes, of those that are many. */
    static List<Ordering> order(List<RelationshipLoad<?, ?, ?>> loads) {
        return loads.stream()
                .filter(load -> load.strategy() == Strategy.JOINED)
                .flatMap(load -> Stream.concat(load.order().stream(), order(load.nested()).stream()))
                .toList();
    }
}
