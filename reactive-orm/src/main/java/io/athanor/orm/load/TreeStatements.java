package io.athanor.orm.load;

import io.athanor.orm.load.OwnedSelection.Owned;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.sql.Column;
import io.athanor.sql.Cte;
import io.athanor.sql.Expression;
import io.athanor.sql.Label;
import io.athanor.sql.Predicate;
import io.athanor.sql.Select;
import io.athanor.sql.Source;
import io.athanor.sql.Sql;
import io.athanor.sql.TypedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The statements that read what is related to entities, to what was found, and so on. */
final class TreeStatements {
    private static final String NAME = "tree";

    private TreeStatements() {}

    /** Members, and members of members, so many levels deep, of owners whose keys meet a condition. */
    static Select<Owned> members(
            Ask ask, Shapes shapes, int levels, Function<List<? extends Expression<?>>, Predicate> ownersMeet) {
        RelationshipMapping relationship = ask.relationship();
        EntityTable<?, ?, ?> owners = relationship.owner().table();
        List<Expression<?>> key = keyOf(owners, relationship.owner().key());
        Label.Num<Integer> depth =
                levels == Integer.MAX_VALUE ? null : Sql.value(0).as("tree_depth");
        Select<Object> roots =
                Sql.select(new Columns(with(key, depth))).from(owners).where(ownersMeet.apply(key));
        Cte<Object> tree = Sql.recursiveDistinctCte(NAME, roots, self -> step(ask, self, depth, levels));
        Select<Object> found = Sql.select(
                        new Columns(named(tree, owners, relationship.owner().key())))
                .from(tree);
        return MemberStatements.ofOwners(ask, shapes, columns -> KeyChunks.in(columns, found))
                .with(tree);
    }

    private static List<Expression<?>> with(List<Expression<?>> key, @Nullable Expression<?> depth) {
        List<Expression<?>> all = new ArrayList<>(key);
        if (depth != null) {
            all.add(depth);
        }
        return all;
    }

    /** What belongs to what was found; what is on the last level has its members not read. */
    private static Select<Object> step(Ask ask, Source<?> self, Label.@Nullable Num<Integer> depth, int levels) {
        RelationshipMapping relationship = ask.relationship();
        EntityTable<?, ?, ?> target = ask.target();
        List<Expression<?>> found =
                named(self, relationship.owner().table(), relationship.owner().key());
        List<Expression<?>> key = keyOf(target, relationship.target().key());
        Select<Object> step = Sql.select(
                new Columns(with(key, depth == null ? null : self.get(depth).plus(1))));
        TypedTable<?> table = relationship.joinTable();
        if (table == null) {
            List<Expression<?>> owner = KeyChunks.of(target, relationship.foreignKey());
            step = step.from(target).join(self, equal(owner, found));
        } else {
            Source<?> between = table.as(target.alias() + "_link");
            step = step.from(between)
                    .join(self, equal(KeyChunks.of(between, relationship.foreignKey()), found))
                    .join(target, equal(KeyChunks.of(between, relationship.targetForeignKey()), key));
        }
        step = OfClass.only(step, target);
        Predicate condition = ask.condition();
        if (condition != null) {
            step = step.where(condition);
        }
        return depth == null ? step : step.where(self.get(depth).lt(levels - 1));
    }

    /** The rows that owners refer to, and those that these refer to, up to where there are no more. */
    static <E> Select<E> ancestors(
            RelationshipMapping relationship,
            EntitySelection<E> selection,
            Function<List<? extends Expression<?>>, Predicate> ownersMeet) {
        EntityTable<?, ?, ?> table = relationship.owner().table();
        List<Expression<?>> reference = KeyChunks.of(table, relationship.foreignKey());
        List<Expression<?>> key = keyOf(table, relationship.owner().key());
        Select<Object> roots = Sql.select(new Columns(reference))
                .from(table)
                .where(ownersMeet.apply(key))
                .where(reference.get(0).isNotNull());
        Cte<Object> tree = Sql.recursiveDistinctCte(NAME, roots, self -> Sql.select(new Columns(reference))
                .from(table)
                .join(self, equal(key, of(self, reference)))
                .where(reference.get(0).isNotNull()));
        Select<Object> found = Sql.select(new Columns(of(tree, reference))).from(tree);
        return MemberStatements.byKey(selection, columns -> KeyChunks.in(columns, found))
                .with(tree);
    }

    private static List<Expression<?>> of(Source<?> source, List<Expression<?>> columns) {
        return columns.stream().<Expression<?>>map(source::get).toList();
    }

    private static List<Expression<?>> keyOf(EntityTable<?, ?, ?> table, List<MappedColumn> key) {
        return key.stream()
                .<Expression<?>>map(column -> table.get(column.column()))
                .toList();
    }

    /** Columns of {@code table}, as it calls them, where they are selected from again. */
    private static List<Expression<?>> named(Source<?> source, EntityTable<?, ?, ?> table, List<MappedColumn> key) {
        List<Expression<?>> columns = new ArrayList<>();
        for (MappedColumn each : key) {
            Column<?> column = table.get(each.column());
            columns.add(source.get(Sql.column(column.name(), column.type())));
        }
        return columns;
    }

    private static Predicate equal(List<Expression<?>> columns, List<Expression<?>> others) {
        Predicate all = equal(columns.get(0), others.get(0));
        for (int i = 1; i < columns.size(); i++) {
            all = all.and(equal(columns.get(i), others.get(i)));
        }
        return all;
    }

    @SuppressWarnings("unchecked") // a foreign key has the types of the key it refers to
    private static <T> Predicate equal(Expression<T> column, Expression<?> other) {
        return column.eq((Expression<T>) other);
    }
}
