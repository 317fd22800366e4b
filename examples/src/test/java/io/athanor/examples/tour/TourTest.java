package io.athanor.examples.tour;

import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.sql;
import static io.athanor.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Engine;
import io.athanor.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TourTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldWalkThroughOnAnEmbeddedDatabase() {
        int exit = run("--scale", "0.01");

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(printed())
                .doesNotContain("| null |", "|    null |") // what a sum over no rows prints
                .contains("The schema of TPC-H on H2", "Q1 pricing summary", "Q18 large orders", "60,175 rows in")
                .contains("refused, and undone alone", "on conflict (\"regionkey\") do update");
    }

    @Test
    void shouldGiveTheSameAnswersOnPostgres() {
        run("--scale", "0.01");
        String onH2 = answers();
        out.reset();

        int exit = run("--scale", "0.01", "--url", TestDatabase.postgres().url());

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(answers()).isEqualTo(onH2);
    }

    @Test
    void shouldGiveTheSameAnswersOnSqlite(@TempDir Path folder) {
        run("--scale", "0.01");
        String onH2 = answers();
        out.reset();

        int exit = run("--scale", "0.01", "--url", "sqlite:///" + folder.resolve("tour.db"));

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(answers()).isEqualTo(onH2);
        assertThat(printed()).contains("The schema of TPC-H on SQLite", "refused, and undone alone");
    }

    @Test
    void shouldExplainWrongArgumentsInOneLine() {
        assertThat(run("--scale", "many")).isEqualTo(2);
        assertThat(run("--scale", "-1")).isEqualTo(2);
        assertThat(run("--speed", "1")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(3).allMatch(line -> line.startsWith("tour: "));
    }

    @Test
    void shouldExplainADatabaseThatCannotBeUsedInOneLine() {
        assertThat(run("--url", "postgresql://localhost:1/nowhere")).isEqualTo(1);
        assertThat(run("--url", "nosuchdb://localhost/x")).isEqualTo(1);
        assertThat(run("--url", "postgresql://u:top-secret@/")).isEqualTo(1);
        assertThat(err.toString().lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("tour: "))
                .noneMatch(line -> line.contains("top-secret"));
    }

    @Test
    void shouldExplainARefusedLoginInOneLine() {
        Engine owner = Engine.of("h2:mem://scott:top-secret@localhost/guarded");
        owner.one(sql("select 1").rows(column("n", INTEGER))).block();

        assertThat(run("--url", "h2:mem://scott:not-secret@localhost/guarded")).isEqualTo(1);

        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("tour: ")
                .contains("login")
                .doesNotContain("secret");
        owner.close().block();
    }

    private int run(String... args) {
        return Tour.run(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintWriter(err, true), args);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What the queries answered: the tables between the first query and the streaming, without the times. */
    private String answers() {
        String all = printed();
        return all.substring(all.indexOf("== Q1"), all.indexOf("== Streaming")).replaceAll("\\(\\d+ ms\\)", "");
    }
}
