package io.athanor.sql;

import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.sql;
import static io.athanor.sql.SqlAssert.POSTGRESQL;
import static io.athanor.sql.SqlAssert.assertSql;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.athanor.ConfigurationException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedSqlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select ':no'",
                "select 'it''s :no'",
                "select \":no\" , `:no`",
                "select \"a\"\":no\"",
                "select 1 -- :no",
                "select /* :no /* :no */ :no */ 1",
                "select $$ :no ' $$",
                "select $a_1$ :no $$ :no $a_1$",
                "select x::text",
                "select a[1:no]",
                "select E'\\':no'",
                "select e'\\\\\\':no'",
                "select '\\",
                "select ' :no",
                "select /* :no",
                "select $x$ :no",
                "select 1 : 2, :1",
                "call :=",
                "a:"
            })
    void shouldFindNoParameterIn(String text) {
        NamedSql parsed = NamedSql.parse(text);

        assertThat(parsed.names()).isEmpty();
        assertThat(parsed.texts()).containsExactly(text);
    }

    @Test
    void shouldCutTheTextAtItsParameters() {
        NamedSql parsed = NamedSql.parse(
                "select :a+:b_1, (:a)::int, $1, 'x':c, '\\', :d -- e\n:f, name$x$:g, typeE':h', /**/:i/* */");

        assertThat(parsed.names()).containsExactly("a", "b_1", "a", "c", "d", "f", "g", "i");
        assertThat(parsed.texts().get(0)).isEqualTo("select ");
        assertThat(parsed.texts()).hasSize(9);
    }

    @Test
    void shouldTakeAnEscapedColonForAColon() {
        NamedSql parsed = NamedSql.parse("select a[\\:b], \\::c, :d");

        assertThat(parsed.names()).containsExactly("c", "d");
        assertThat(parsed.texts()).containsExactly("select a[:b], :", ", ", "");
    }

    @Test
    void shouldBindTheSameNameWhereverItStands() {
        RawStatement statement = sql("select :a, :b, :a").bind("a", INTEGER, 1).bind("b", TEXT, null);

        assertSql(statement).is("select ?, ?, ?").on(POSTGRESQL).is("select $1, $2, $3");
        assertSql(sql("x in (:a)").bindAll("a", INTEGER, List.of(1, 2)))
                .is("x in (?, ?)")
                .on(POSTGRESQL)
                .binds(1, 2);
        assertSql(statement.rows(column("a", INTEGER))).is("select ?, ?, ?");
    }

    @Test
    void shouldExplainWhatDoesNotFit() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> sql("select :a").bind("b", INTEGER, 1))
                .withMessage("the SQL has no parameter :b; it has [a]");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> assertSql(sql("select :a")).is(""))
                .withMessage("the SQL's parameter :a is not bound");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> sql("select :a").bindAll("a", INTEGER, List.of()))
                .withMessage("the parameter :a needs at least one value");
    }

    @Test
    void shouldBeEqualIfTextAndValuesAre() {
        assertThat(sql("select :a").bind("a", INTEGER, 1))
                .isEqualTo(sql("select :a").bind("a", INTEGER, 1))
                .hasSameHashCodeAs(sql("select :a").bind("a", INTEGER, 1))
                .isNotEqualTo(sql("select :a").bind("a", INTEGER, 2));
    }
}
