package io.athanor.sql;

import static io.athanor.sql.Shop.NUMBERS;
import static io.athanor.sql.Shop.ORDERS;
import static io.athanor.sql.Shop.USERS;
import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.cte;
import static io.athanor.sql.Sql.left;
import static io.athanor.sql.Sql.literal;
import static io.athanor.sql.Sql.nullOf;
import static io.athanor.sql.Sql.number;
import static io.athanor.sql.Sql.or;
import static io.athanor.sql.Sql.scalar;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.stringAgg;
import static io.athanor.sql.Sql.tuple;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.Sql.values;
import static io.athanor.sql.SqlAssert.H2;
import static io.athanor.sql.SqlAssert.POSTGRESQL;
import static io.athanor.sql.SqlAssert.assertSql;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.athanor.ConfigurationException;
import io.athanor.compile.StatementCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is wrong is said at the earliest moment, with what to do instead; and nothing can break out of its quotes. */
class BadInputTest {
    private static final Source<Row> SUB =
            select(USERS.id, USERS.age.plus(1).as("older")).as("sub");

    @Test
    void shouldExplainNamesThatAreNotThere() {
        refuses(() -> SUB.get(USERS.name), "sub has no column name; it has [id, older]");
        refuses(() -> SUB.get(USERS.age.plus(1)), "users.age + ? has no name to look for in sub; say as(\"…\") on it");
        refuses(
                () -> USERS.as("u").get(ORDERS.amount),
                "u has no column amount; it has [id, name, age, active, manager_id]");
        refuses(
                () -> select(USERS.age.plus(1)).as("sub").columns(),
                "to select from a query as sub, all it selects needs a name; say as(\"…\") on users.age + ?");
        refuses(
                () -> cte("c", select(count())),
                "to select from a query as c, all it selects needs a name; say as(\"…\") on count(*)");
        refuses(
                () -> values("v", List.of(USERS.age.plus(1)), List.of(List.of(1))),
                "users.age + ? has no name; make it by column(name, type)");
    }

    @Test
    void shouldExplainNamesThatAreNone() {
        refuses(() -> ORDERS.as(""), "an alias is not empty");
        refuses(() -> select(USERS.id).as("a\0b"), "an alias has no NUL character");
        refuses(() -> cte("", select(USERS.id)), "an alias is not empty");
        refuses(() -> TableName.of(""), "a table needs a name, and a schema that is said needs one too");
    }

    @Test
    void shouldExplainValuesThatDoNotFit() {
        NumberExpression<Integer> n = column("n", INTEGER);

        refuses(() -> values("v", List.of(n), List.of()), "values v needs at least one row");
        refuses(
                () -> values("v", List.of(n), List.of(List.of(1, 2))),
                "a row of values v has 2 values for the columns [n]");
        refuses(
                () -> values("v", List.of(n), List.of(List.of("x"))),
                "n is a java.lang.Integer, not a java.lang.String");
        refuses(() -> tuple(USERS.id, USERS.name).in(List.of(List.of(1L))), "a tuple of 2 is compared with one of 1");
        refuses(
                () -> tuple(USERS.id).in(List.of(List.of("x"))),
                "users.id is compared with java.lang.Long, not with java.lang.String");
        refuses(
                () -> tuple(USERS.id, USERS.age).in(select(USERS.id)),
                "IN compares 2 with a query of 1 columns; select as many: select users.id from users");
        refuses(
                () -> scalar(select(USERS.id).map(String::valueOf)),
                "a scalar query selects one expression, not mapped: select users.id from users");
    }

    @Test
    void shouldExplainOperationsThatDatabasesAnswerDifferently() {
        refuses(
                () -> NUMBERS.rough.mod(2.0),
                "mod is of exact numbers, and numbers.rough is a double precision; cast it to DECIMAL");
        refuses(() -> NUMBERS.exact.bitNot(), "bitNot is of integers, and numbers.exact is a decimal(12, 3)");
        refuses(() -> NUMBERS.rough.shiftLeft(1), "shiftLeft is of integers, and numbers.rough is a double precision");
        refuses(() -> USERS.name.substring(0), "the first character is 0; it is at least 1");
        refuses(() -> USERS.name.substring(1, -1), "the length is -1; it is at least 0");
        refuses(() -> left(USERS.name, -1), "the length is -1; it is at least 0");
        refuses(
                () -> number(column("j", BIGINT.map(Long.class, x -> x, x -> x))),
                "j is of the type bigint, mapped to a class of your own; cast it to a number type to calculate with it");
    }

    @Test
    void shouldExplainADefaultOfAnotherType() {
        refuses(
                () -> Table.define("t", table -> table.column("n", INTEGER, ColumnOption.defaultValue("x"))),
                "the value given for t.n is a java.lang.String, and the column holds java.lang.Integer");
        refuses(
                () -> Table.define("t", table -> table.column("n", INTEGER, ColumnOption.serverDefault("x"))),
                "the value given for t.n is a java.lang.String, and the column holds java.lang.Integer");
    }

    @Test
    void shouldCountParametersBeforeTheDriverDoes() {
        List<Predicate> conditions = new ArrayList<>();
        LongStream.range(0, 80_000).forEach(i -> conditions.add(USERS.id.eq(i)));
        Select<Long> many = select(USERS.id).where(or(conditions));

        refuses(
                () -> new StatementCompiler(POSTGRESQL, 0).compile(many),
                "the statement binds 80000 values and PostgreSQL takes at most 65535; split it, or use a Batch");
    }

    @Test
    void shouldQuoteWhateverNamesAre() {
        String hostile = "a\"; drop table users; --";
        Source<Row> users = USERS.as(hostile);

        assertSql(select(USERS.name.as("select"), column("Mixed Case", TEXT)).from(USERS))
                .isExactly("select \"users\".\"name\" as \"select\", \"Mixed Case\" from \"users\"");
        assertSql(select(users.get(USERS.name)))
                .isExactly(
                        "select \"a\"\"; drop table users; --\".\"name\" from \"users\" \"a\"\"; drop table users; --\"")
                .on(POSTGRESQL)
                .isExactly(
                        "select \"a\"\"; drop table users; --\".\"name\" from \"users\" \"a\"\"; drop table users; --\"");
        assertSql(select(column("\"", TEXT)))
                .isExactly("select \"\"\"\"")
                .on(H2)
                .isExactly("select \"\"\"\"");
    }

    @Test
    void shouldEscapeWhateverLiteralsAre() {
        String hostile = "it's \\'; drop table users; --";

        assertSql(literal(hostile, TEXT)).is("'it''s \\''; drop table users; --'");
        assertSql(USERS.name.eq(hostile)).isInlined("users.name = 'it''s \\''; drop table users; --'");
        assertSql(value(-5).negate()).is("-?").isInlined("-(-5)");
        assertSql(stringAgg(USERS.name, "'")).is("listagg(users.name, '''')");
        assertSql(nullOf(TEXT)).is("cast(null as character large object)");
    }

    private static void refuses(ThrowingCallable work, String message) {
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(work).withMessage(message);
    }
}
