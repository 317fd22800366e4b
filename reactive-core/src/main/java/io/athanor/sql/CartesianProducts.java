package io.athanor.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The walk that finds sources of a statement which no condition connects: every row of one with every row of the other,
 * mostly by mistake. What is meant is said by {@code crossJoin}. After SQLAlchemy's FROM linter.
 */
public final class CartesianProducts extends NodeWalk {
    private final List<String> found = new ArrayList<>();

    private CartesianProducts() {}

    /** A sentence for each group of unconnected sources in {@code statement}, queries inside it included. */
    public static List<String> in(SqlNode statement) {
        CartesianProducts walk = new CartesianProducts();
        walk.node(statement);
        return walk.found;
    }

    @Override
    public SqlWriter node(SqlNode child) {
        if (child instanceof Select<?> select) {
            check(select);
        } else if (child instanceof Update update && !update.from().isEmpty()) {
            check(Clauses.plus(List.of(update.table()), update.from()), update.where());
        } else if (child instanceof Delete delete && !delete.using().isEmpty()) {
            check(Clauses.plus(List.of(delete.table()), delete.using()), delete.where());
        }
        if (child instanceof Insert insert) {
            insert.renderPlain(
                    this); // how it reacts to conflicts has no sources, and no standard form on every database
        } else if (!(child instanceof Column<?>)) {
            child.render(this);
        }
        return this;
    }

    private void check(Select<?> select) {
        List<SqlNode> connections = new ArrayList<>(select.conditions());
        List<Source<?>> sources = new ArrayList<>(select.sources());
        for (Join join : select.joins()) {
            if (join.on() != null) {
                connections.add(join.on());
            }
            if (join.kind() == Join.Kind.CROSS || isLateral(join.source())) {
                sources.remove(join.source());
            }
        }
        check(sources, connections);
    }

    private static boolean isLateral(Source<?> source) {
        return (source instanceof Derived<?> derived && derived.isLateral())
                || source instanceof TableFunction<?>
                || source instanceof RowsFunction;
    }

    private void check(List<? extends Source<?>> sources, List<? extends SqlNode> connections) {
        List<Set<Source<?>>> groups = new ArrayList<>();
        sources.forEach(source -> groups.add(new LinkedHashSet<>(Set.of(source))));
        for (SqlNode connection : connections) {
            conjuncts(connection).forEach(conjunct -> connect(groups, SourceCollector.throughout(conjunct)));
        }
        if (groups.size() > 1) {
            found.add(groups.stream()
                    .map(group -> group.stream().map(Source::alias).collect(Collectors.joining(" and ")))
                    .collect(Collectors.joining(
                            " | ", "cartesian product: no condition connects ", "; join them, or say crossJoin")));
        }
    }

    private static List<? extends SqlNode> conjuncts(SqlNode condition) {
        return condition instanceof Junction junction && junction.conjunction() ? junction.parts() : List.of(condition);
    }

    private static void connect(List<Set<Source<?>>> groups, Set<Source<?>> referred) {
        List<Set<Source<?>>> touched = groups.stream()
                .filter(group -> group.stream().anyMatch(referred::contains))
                .toList();
        if (touched.size() > 1) {
            groups.removeAll(touched);
            Set<Source<?>> merged = new LinkedHashSet<>();
            touched.forEach(merged::addAll);
            groups.add(merged);
        }
    }
}
