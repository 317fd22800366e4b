package io.athanor.r2dbc.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlScriptTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "SELECT ?, ?                            # 2",
                "SELECT ?2                              # 2",
                "SELECT ?1, ?1                          # 1",
                "SELECT $1, $2, $1                      # 2",
                "SELECT :a, @b, $c, :a                  # 3",
                "SELECT ?3, ?                           # 4",
                "SELECT '?', \"?\", [?], `?`            # 0",
                "SELECT 'it''s ?', ?                    # 1",
                "SELECT 1 -- ? :x                       # 0",
                "SELECT /* ? ; */ ?                     # 1",
                "SELECT a$1, b:c FROM t                 # 1",
                "SELECT 1e-5, 0x1F, .5, x'00'           # 0",
                "SELECT a->>'$.b' FROM t                # 0",
                "SELECT $a::b(c), $a::b(c)              # 1",
                "INSERT INTO a VALUES (?); INSERT INTO b VALUES (?, ?) # 3",
                "INSERT INTO a VALUES (:v); INSERT INTO b VALUES (:v)  # 1",
            })
    void shouldCountParametersWhereSqliteSeesThem(String sql, int count) {
        assertThat(SqlScript.parse(sql.strip()).parameters().size()).isEqualTo(count);
    }

    @Test
    void shouldShareValuesBetweenCommandsByNameOnly() {
        List<SqlCommand> commands = SqlScript.parse("INSERT INTO a VALUES (:v, ?); INSERT INTO b VALUES (?, :v)")
                .commands();

        assertThat(commands.get(0).slots()).containsExactly(0, 1);
        assertThat(commands.get(1).slots()).containsExactly(2, 0);
    }

    @Test
    void shouldNumberDollarsByTheirDigitsNotByTheirOrder() {
        SqlCommand command = SqlScript.parse("SELECT $2, '$1', $1").commands().get(0);

        assertThat(command.sql()).isEqualTo("SELECT ?2, '$1', ?1");
        assertThat(command.slots()).containsExactly(0, 1);
    }

    @Test
    void shouldLeaveSemicolonsInsideStringsCommentsAndTriggersAlone() {
        String trigger =
                """
                CREATE TEMP TRIGGER audit AFTER INSERT ON t BEGIN
                  UPDATE t SET n = CASE n WHEN 1 THEN 2 END;
                  SELECT ';' /* ; */;
                END""";

        SqlScript script = SqlScript.parse(" ; SELECT ';' -- ;\n;" + trigger + "; SELECT 2;;");

        assertThat(script.commands()).extracting(SqlCommand::sql).containsExactly("SELECT ';'", trigger, "SELECT 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t VALUES (1)",
                " /* x */ update t set a = 1",
                "WITH c AS (SELECT 1) DELETE FROM t",
                "REPLACE INTO t VALUES (1)"
            })
    void shouldKnowChanges(String sql) {
        assertThat(SqlScript.parse(sql).commands().get(0).kind()).isEqualTo(StatementKind.CHANGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT replace('a', 'b', 'c')",
                "WITH c AS (SELECT 1) SELECT * FROM c",
                "EXPLAIN DELETE FROM t",
                "CREATE TABLE t (a)"
            })
    void shouldKnowWhatChangesNoRows(String sql) {
        assertThat(SqlScript.parse(sql).commands().get(0).kind()).isEqualTo(StatementKind.OTHER);
    }

    @Test
    void shouldAddReturningBeforeTrailingCommentAndSemicolon() {
        SqlCommand command = SqlScript.parse("INSERT INTO t VALUES (1) -- done\n;")
                .commands()
                .get(0);

        assertThat(command.returning("id", "od`d").sql())
                .isEqualTo("INSERT INTO t VALUES (1) RETURNING `id` AS `id`, `od``d` AS `od``d`");
        assertThat(command.returning().sql()).isEqualTo("INSERT INTO t VALUES (1) RETURNING *");
    }

    @Test
    void shouldFindParametersByNameWithAndWithoutPrefix() {
        ScriptParameters parameters = SqlScript.parse("SELECT :a, @b, $c, ?7").parameters();

        assertThat(List.of(
                        parameters.indexOf(":a"),
                        parameters.indexOf("a"),
                        parameters.indexOf("@b"),
                        parameters.indexOf("c"),
                        parameters.indexOf("?7"),
                        parameters.indexOf("$7")))
                .containsExactly(0, 0, 1, 2, 6, 6);
        assertThatThrownBy(() -> parameters.indexOf("d"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("no parameter d");
    }

    @Test
    void shouldRefuseZeroCharacters() {
        assertThatThrownBy(() -> SqlScript.parse("SELECT 1\0; DROP TABLE t"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("position 8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT ?0", "SELECT ?250001", "SELECT ?99999999999999999999", "SELECT $0"})
    void shouldRefuseNumbersThatSqliteDoesNotHave(String sql) {
        assertThatThrownBy(() -> SqlScript.parse(sql)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ";;;",
                "--",
                "/*",
                "'",
                "\"",
                "[",
                "`",
                "?",
                "$",
                ":",
                "@",
                "(((",
                ")))",
                "'''",
                "$a(",
                "$a::",
                "0x",
                "1e+",
                "\uD800",
                "CREATE TRIGGER",
                "EXPLAIN QUERY PLAN CREATE TRIGGER t BEGIN ;"
            })
    void shouldEndOnAnyText(String sql) {
        assertThat(SqlScript.parse(sql).commands()).hasSizeLessThan(2);
    }
}
