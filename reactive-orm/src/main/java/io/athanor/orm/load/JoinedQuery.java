package io.athanor.orm.load;

import io.athanor.ConfigurationException;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.Load.Strategy;
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

    static Select<RowItem> of(Select<?> select, List<EntityPart> parts, RowItems items) {
        List<RelationshipLoad<?, ?, ?>> loads =
                parts.stream().flatMap(part -> part.loads().stream()).toList();
        if (loads.stream().noneMatch(RelationshipLoad::isInRow)) {
            return select.selecting(items);
        }
        if (needsSubquery(select, loads)) {
            return around(select, parts.get(0), items);
        }
        return MemberStatements.joined(select.selecting(items), loads)
                .orderBy(MemberStatements.order(loads).toArray(Ordering[]::new));
    }

    private static boolean needsSubquery(Select<?> select, List<RelationshipLoad<?, ?, ?>> loads) {
        boolean joins = loads.stream().anyMatch(load -> load.strategy() == Strategy.JOINED);
        boolean repeats = Completion.hasManyInRow(loads)
                && (!select.limited().isNone() || select.isDistinct() || select.isGrouped());
        return joins && (repeats || select.isLocking());
    }

    private static Select<RowItem> around(Select<?> select, EntityPart part, RowItems items) {
        List<RelationshipLoad<?, ?, ?>> loads = part.loads();
        if (part.width() != select.selection().columns().size()
                || loads.stream().anyMatch(load -> load.strategy() == Strategy.FROM_QUERY)) {
            throw new ConfigurationException(
                    "joined() of a query that is limited, distinct, grouped or locking needs the"
                            + " entity to be all that is selected, and no from(...) beside it; use selectIn()");
        }
        EntityTable<?, ?, ?> table = part.entity().table();
        List<Column<?>> own = part.entity().own();
        List<Expression<?>> inside = new ArrayList<>(own);
        part.entity().computed().forEach(value -> inside.add(value.expression().as("computed_" + inside.size())));
        List<Expression<?>> values = List.copyOf(inside);
        List<Ordering> order = new ArrayList<>();
        for (Ordering key : select.orderings()) {
            Expression<?> outside = key.expression();
            if (!(outside instanceof Column<?> column && column.source().equals(table) && own.contains(column))) {
                outside = key.expression().as("order_" + order.size());
                inside.add(outside);
            }
            order.add(new Ordering(outside, key.descending(), key.nullsAhead()));
        }
        Source<?> owners = select.selecting(new Columns(inside)).as(table.alias());
        List<RelationshipLoad<?, ?, ?>> joins = new ArrayList<>();
        loads.forEach(load -> joins.add(load.of(owners)));
        List<Expression<?>> columns = new ArrayList<>();
        values.forEach(value -> columns.add(named(owners, value)));
        columns.addAll(items.columns().subList(values.size(), items.columns().size()));
        List<Ordering> outer = new ArrayList<>();
        order.forEach(
                key -> outer.add(new Ordering(named(owners, key.expression()), key.descending(), key.nullsAhead())));
        outer.addAll(MemberStatements.order(joins));
        Select<RowItem> around = Sql.select(items.over(columns)).from(owners).orderBy(outer.toArray(Ordering[]::new));
        return MemberStatements.joined(around, joins);
    }

    private static Expression<?> named(Source<?> owners, Expression<?> inside) {
        return inside instanceof Label<?> label
                ? owners.get(Sql.column(label.name(), label.type()))
                : owners.get(inside);
    }
}
