package io.athanor.orm.load;

import io.athanor.ConfigurationException;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.Load.Strategy;
import io.athanor.orm.mapping.Loaded;
import io.athanor.orm.mapping.RelationshipLoad;
import io.athanor.sql.Column;
import io.athanor.sql.Expression;
import io.athanor.sql.Label;
import io.athanor.sql.Ordering;
import io.athanor.sql.Select;
import io.athanor.sql.Source;
import io.athanor.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * A query with the joins that loads add to it. Where many are joined, and the query is limited, distinct, grouped or locking,
 * it becomes a subquery first: what it says is said of owners, not of their members.
 */
final class JoinedQuery {
    private JoinedQuery() {}

    static <R> Select<R> of(Select<R> select, List<EntityPart> parts) {
        List<RelationshipLoad<?, ?, ?>> loads =
                parts.stream().flatMap(part -> part.loads().stream()).toList();
        if (loads.stream().noneMatch(RelationshipLoad::isInRow)) {
            return select;
        }
        if (needsSubquery(select, loads)) {
            return around(select, parts.get(0), loads);
        }
        return MemberStatements.joined(select, loads)
                .orderBy(MemberStatements.order(loads).toArray(Ordering[]::new));
    }

    private static boolean needsSubquery(Select<?> select, List<RelationshipLoad<?, ?, ?>> loads) {
        boolean joins = loads.stream().anyMatch(load -> load.strategy() == Strategy.JOINED);
        boolean repeats = Completion.hasManyInRow(loads)
                && (!select.limited().isNone() || select.isDistinct() || select.isGrouped());
        return joins && (repeats || select.isLocking());
    }

    private static <R> Select<R> around(Select<R> select, EntityPart part, List<RelationshipLoad<?, ?, ?>> loads) {
        if (!(part.selection() instanceof Loaded<?> loaded)
                || part.width() != select.selection().columns().size()
                || loads.stream().anyMatch(load -> load.strategy() == Strategy.FROM_QUERY)) {
            throw new ConfigurationException(
                    "joined() of a query that is limited, distinct, grouped or locking needs the"
                            + " entity to be all that is selected, and no from(...) beside it; use selectIn()");
        }
        EntityTable<?, ?, ?> table = loaded.table();
        List<Expression<?>> inside = new ArrayList<>(loaded.own());
        List<Ordering> order = new ArrayList<>();
        for (Ordering key : select.orderings()) {
            Expression<?> outside = key.expression();
            if (!(outside instanceof Column<?> column
                    && column.source().equals(table)
                    && loaded.own().contains(column))) {
                outside = key.expression().as("order_" + order.size());
                inside.add(outside);
            }
            order.add(new Ordering(outside, key.descending(), key.nullsAhead()));
        }
        Source<?> owners = select.selecting(new Columns(inside)).as(table.alias());
        List<RelationshipLoad<?, ?, ?>> joins = new ArrayList<>();
        loads.forEach(load -> joins.add(load.of(owners)));
        List<Expression<?>> columns = new ArrayList<>(KeyChunks.of(owners, loaded.own()));
        joins.forEach(load -> columns.addAll(load.columns()));
        List<Ordering> outer = new ArrayList<>();
        order.forEach(
                key -> outer.add(new Ordering(named(owners, key.expression()), key.descending(), key.nullsAhead())));
        outer.addAll(MemberStatements.order(joins));
        Select<?> around = Sql.select(new Columns(columns)).from(owners).orderBy(outer.toArray(Ordering[]::new));
        return MemberStatements.joined(around, joins).readAs(select.selection());
    }

    private static Expression<?> named(Source<?> owners, Expression<?> inside) {
        return inside instanceof Label<?> label
                ? owners.get(Sql.column(label.name(), label.type()))
                : owners.get(inside);
    }
}
