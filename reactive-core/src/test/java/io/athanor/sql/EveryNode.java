package io.athanor.sql;

import static io.athanor.sql.Shop.NOTES;
import static io.athanor.sql.Shop.ORDERS;
import static io.athanor.sql.Shop.STOCK;
import static io.athanor.sql.Shop.USERS;
import static io.athanor.sql.Sql.all;
import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.any;
import static io.athanor.sql.Sql.anyOf;
import static io.athanor.sql.Sql.arrayAgg;
import static io.athanor.sql.Sql.caseWhen;
import static io.athanor.sql.Sql.choose;
import static io.athanor.sql.Sql.coalesce;
import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.condition;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.cte;
import static io.athanor.sql.Sql.cube;
import static io.athanor.sql.Sql.deleteFrom;
import static io.athanor.sql.Sql.excluded;
import static io.athanor.sql.Sql.exists;
import static io.athanor.sql.Sql.extract;
import static io.athanor.sql.Sql.function;
import static io.athanor.sql.Sql.groupingSets;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.lag;
import static io.athanor.sql.Sql.literal;
import static io.athanor.sql.Sql.max;
import static io.athanor.sql.Sql.notExists;
import static io.athanor.sql.Sql.nullOf;
import static io.athanor.sql.Sql.number;
import static io.athanor.sql.Sql.operator;
import static io.athanor.sql.Sql.or;
import static io.athanor.sql.Sql.partitionBy;
import static io.athanor.sql.Sql.recursiveCte;
import static io.athanor.sql.Sql.rollup;
import static io.athanor.sql.Sql.scalar;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.selectFrom;
import static io.athanor.sql.Sql.sql;
import static io.athanor.sql.Sql.sum;
import static io.athanor.sql.Sql.tableFunction;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.Sql.tuple;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.Sql.values;
import static io.athanor.sql.Sql.window;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.BOOLEAN;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.TEXT;
import static io.athanor.types.Types.array;

import io.athanor.UnsupportedByDialectException;
import io.athanor.compile.SqlText;
import io.athanor.dialect.Dialect;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** An example of every kind of node; those of another seed differ in nothing but bound values. */
public final class EveryNode {
    private EveryNode() {}

    /** A node and what to call it. */
    public record Example(SqlNode node) {
        /** Whether the dialect can say it. */
        public boolean isKnownTo(Dialect dialect) {
            try {
                return !SqlText.of(node, dialect).isEmpty();
            } catch (UnsupportedByDialectException refused) {
                return false;
            }
        }

        @Override
        public String toString() {
            return node.toString();
        }
    }

    /** All examples, with values that {@code seed} decides. */
    public static List<Example> examples(int seed) {
        List<SqlNode> nodes = new ArrayList<>();
        OperatorExamples.all().forEach(example -> nodes.add(example.expression()));
        nodes.addAll(expressions(seed));
        nodes.addAll(queries(seed));
        nodes.addAll(changes(seed));
        return nodes.stream().map(Example::new).toList();
    }

    private static List<SqlNode> expressions(int seed) {
        String text = "t" + seed;
        NumberExpression<Integer> number = value(seed);
        Predicate older = USERS.age.gt(seed);
        return List.of(
                USERS.age,
                USERS.name,
                USERS.active,
                USERS.as("u").name,
                USERS.name.as("label"),
                USERS.age.as("label"),
                USERS.active.as("label"),
                number,
                value(text),
                value((long) seed),
                value(seed == 1),
                value(new BigDecimal(seed)),
                value(LocalDateTime.of(2000 + seed, 1, 1, 0, 0)),
                value(List.of((long) seed), array(BIGINT)),
                literal("constant", TEXT),
                literal(-5, INTEGER),
                nullOf(TEXT),
                new Supplied<>(() -> seed, INTEGER),
                number(new Supplied<>(() -> seed, INTEGER)).plus(1),
                function("f", INTEGER, number, USERS.age),
                function("f", TEXT, number),
                function("f", BOOLEAN, number),
                operator("{0} <-> {1}", INTEGER, number, USERS.age),
                USERS.age.in(seed, seed + 1),
                USERS.age.in(seed, seed + 1, seed + 2),
                USERS.age.notIn(seed, seed + 1),
                USERS.age.in(List.of()),
                USERS.age.notIn(List.of()),
                USERS.id.in(select(ORDERS.userId).where(ORDERS.id.eq((long) seed))),
                tuple(USERS.id, USERS.name).in(List.of(List.of((long) seed, text))),
                tuple(USERS.id, USERS.name).notIn(select(ORDERS.id, STOCK.sku).from(ORDERS, STOCK)),
                tuple(USERS.id, USERS.age).lt(tuple(value((long) seed), number)),
                older.and(USERS.name.eq(text)),
                older.or(USERS.name.eq(text)),
                and(),
                or(),
                condition(USERS.active),
                exists(select(ORDERS.id)),
                notExists(select(ORDERS.id)),
                scalar(select(max(ORDERS.id))),
                USERS.id.eq(any(select(ORDERS.id))),
                USERS.id.eq(all(select(ORDERS.id))),
                USERS.id.eq(anyOf(value(List.of((long) seed), array(BIGINT)), BIGINT)),
                caseWhen(older, text).orElse("x"),
                caseWhen(older, seed).when(older, 3),
                caseWhen(older, USERS.active).orElse(true),
                choose(USERS.name).when(text, "x").orElse(text),
                choose(USERS.age).when(seed, 3).when(4, number),
                choose(USERS.id).when((long) seed, USERS.active).orElse(true),
                USERS.age.cast(TEXT),
                USERS.name.cast(INTEGER),
                USERS.name.cast(BOOLEAN),
                USERS.name.tryCast(INTEGER),
                USERS.name.typeCoerce(INTEGER),
                extract(Functions.Field.YEAR, ORDERS.placedAt),
                extract(Functions.Field.SECOND, ORDERS.placedAt),
                USERS.name.collate("C"),
                excluded(STOCK.sku),
                Sequence.named("seq").nextValue(),
                number(coalesce(USERS.age.as("x"), number)).plus(1),
                text(nullOf(TEXT)).upper(),
                column("named", INTEGER),
                sum(USERS.age).distinct().filter(older),
                arrayAgg(USERS.name).orderBy(USERS.age.desc()),
                count().over(partitionBy(USERS.name).orderBy(USERS.age.asc().nullsFirst())),
                count().over(window().rows(Bound.preceding(1), Bound.following(2))
                        .exclude(Window.Frame.Exclusion.TIES)),
                lag(USERS.name).over(window()),
                max(USERS.name).over(window()));
    }

    private static List<SqlNode> queries(int seed) {
        Select<String> names = select(USERS.name).where(USERS.age.lt(seed));
        Cte<String> cte = cte("named", names);
        Label.Num<Integer> n = value(seed).as("n");
        Cte<Integer> counted =
                recursiveCte("counted", select(n), self -> select(self.get(n).plus(1))
                        .where(self.get(n).lt(seed)));
        NumberExpression<Integer> column = column("n", INTEGER);
        return List.of(
                names,
                select(Table.define("loose", table -> table.column("a", INTEGER).column("b", TEXT))),
                names.distinct(),
                names.distinctOn(USERS.age),
                names.orderBy(USERS.name.asc(), USERS.age.desc().nullsLast()),
                names.limit(seed),
                names.offset(seed),
                names.limit(seed).offset(seed),
                names.orderBy(USERS.name.asc()).limit(seed).withTies(),
                names.limitPercent(Math.floorMod(seed, 100)),
                names.forUpdate(),
                names.lock(Lock.forShare().of(USERS).skipLocked()),
                names.groupBy(USERS.name, rollup(USERS.name), groupingSets(List.of(USERS.name), List.of()))
                        .having(count().gt((long) seed)),
                names.from(USERS).join(ORDERS),
                names.from(USERS).leftJoin(ORDERS),
                names.from(USERS).rightJoin(ORDERS),
                names.from(USERS).fullJoin(ORDERS),
                names.from(USERS).crossJoin(ORDERS.as("o")),
                names.from(USERS, ORDERS),
                names.from(USERS.sample(TableSample.Method.BERNOULLI, Math.floorMod(seed, 100))),
                names.from(USERS.sample(TableSample.Method.SYSTEM, Math.floorMod(seed, 100))
                        .repeatable(seed)),
                names.from(USERS).crossJoin(select(ORDERS.id).asLateral("l")),
                select(count()).from(names.as("derived")),
                names.union(names),
                names.unionAll(names).orderBy(USERS.name.asc()).limit(seed),
                names.exceptAll(names),
                select(cte.get(USERS.name)).with(cte).from(cte),
                select(cte.as("again").get(USERS.name)).with(cte.materialized()),
                select(counted.get(n)).with(counted),
                selectFrom(values("v", List.of(column), List.of(List.of(seed), List.of(seed + 1)))),
                select(column).from(tableFunction("f", "s", column, value(seed))),
                select(column).from(tableFunction("f", "s", List.of(column, column("b", TEXT)), value(seed))),
                select(count())
                        .with(cte("gone", deleteFrom(ORDERS).returning(ORDERS.id)))
                        .from(USERS),
                sql("select :a, ':b'").bind("a", INTEGER, seed).rows(column("a", INTEGER), column("b", TEXT)),
                sql("select 1 where 1 in (:a)")
                        .bindAll("a", INTEGER, List.of(seed, 2))
                        .rows(column("a", INTEGER)),
                rollup(USERS.age, USERS.name),
                cube(USERS.age));
    }

    private static Insert batch(Insert insert, int seed) {
        BatchBuffer<Integer> rows = insert.<Integer>each(
                        STOCK.sku.from(row -> "s" + row), STOCK.quantity.from(row -> row))
                .buffer();
        rows.add(seed);
        rows.add(seed + 1);
        return rows.take();
    }

    private static List<SqlNode> changes(int seed) {
        Insert insert = insertInto(STOCK).values(STOCK.sku.to("s" + seed), STOCK.quantity.to(seed));
        return List.of(
                insert,
                insert.values(STOCK.sku.to("t" + seed), STOCK.quantity.to(seed)),
                insertInto(STOCK).defaultValues(),
                insertInto(NOTES).values(NOTES.text.to("x" + seed)),
                insertInto(NOTES).columns(NOTES.text).select(select(USERS.name).where(USERS.age.eq(seed))),
                insert.onConflict(STOCK.sku).doNothing(),
                insert.onConflict().doNothing(),
                insert.onConflictOnConstraint("k").doNothing(),
                insert.onConflict(STOCK.sku)
                        .doUpdate(STOCK.quantity.toExcluded())
                        .where(STOCK.quantity.gt(seed)),
                batch(insertInto(STOCK), seed),
                batch(insertInto(STOCK).onConflict(STOCK.sku).doUpdate(STOCK.quantity.toExcluded()), seed),
                batch(insertInto(STOCK), seed).returning(STOCK.sku),
                insert.returning(STOCK.sku),
                insert.returning(STOCK),
                update(USERS).set(USERS.age.to(seed)).where(USERS.name.eq("n" + seed)),
                update(USERS).set(USERS.age.to(USERS.age.plus(seed))),
                update(USERS).set(USERS.age.to(seed)).from(ORDERS).where(ORDERS.userId.eq(USERS.id)),
                update(USERS).set(USERS.age.to(seed)).returning(USERS.id),
                update(NOTES).set(NOTES.text.to("t" + seed)),
                deleteFrom(USERS).where(USERS.age.eq(seed)),
                deleteFrom(ORDERS).using(USERS).where(ORDERS.userId.eq(USERS.id)),
                deleteFrom(ORDERS).returning(ORDERS.id, ORDERS.amount),
                deleteFrom(ORDERS).with(cte("c", select(USERS.id))),
                sql("delete from x where y = :y").bind("y", INTEGER, seed));
    }

    /** Whether a class is a kind of node that statements are built of. */
    static boolean isNode(Class<?> type) {
        return SqlNode.class.isAssignableFrom(type) && !type.isInterface() && !Modifier.isAbstract(type.getModifiers());
    }
}
