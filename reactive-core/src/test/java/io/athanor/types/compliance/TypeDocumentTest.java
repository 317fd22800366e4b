package io.athanor.types.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.UnsupportedByDialectException;
import io.athanor.dialect.Dialect;
import io.athanor.dialect.H2Dialect;
import io.athanor.dialect.PostgresDialect;
import io.athanor.dialect.SqliteDialect;
import io.athanor.types.SqlType;
import io.athanor.types.Types;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/types.md} as the code is. */
class TypeDocumentTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("basedir", "."), "..", "docs", "types.md")
            .normalize();
    private static final String UPDATE = "athanor.docs.update";

    private static final String HEAD =
            """
            # Types

            A column, a parameter and a result have a `SqlType`. Import the built-in ones: `import static io.athanor.types.Types.*`.
            Each value comes back as it was sent, NULL as `null`, on every database; the remarks say what a type does not keep.
            What a database lacks is refused by name when the statement is compiled.

            | type | Java | PostgreSQL | H2 | SQLite | remarks |
            |---|---|---|---|---|---|
            """;

    private static final String TAIL =
            """

            `type.map(Money.class, Money::of, Money::amount)` makes a type of your own of any of these, usable wherever they are.

            The sum of SMALLINT and INTEGER is BIGINT, of BIGINT DECIMAL; an average is DECIMAL; what is calculated of decimals has all its digits, on SQLite 15.

            This page is written by a test: `mvn -pl reactive-core -am test -Dtest=TypeDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Dathanor.docs.update=true`.
            """;

    private static final List<Entry> ENTRIES = List.of(
            new Entry("BOOLEAN", Types.BOOLEAN, ""),
            new Entry("SMALLINT", Types.SMALLINT, ""),
            new Entry("INTEGER", Types.INTEGER, ""),
            new Entry("BIGINT", Types.BIGINT, ""),
            new Entry(
                    "decimal(12, 2)",
                    Types.decimal(12, 2),
                    "more digits after the point are rounded, halves away from zero; before it, an error;"
                            + " SQLite: 15 digits, more are refused"),
            new Entry(
                    "DECIMAL",
                    Types.DECIMAL,
                    "any digits, on SQLite 15; compare with `compareTo`: the scale may change"),
            new Entry("REAL", Types.REAL, "with NaN, which SQLite lacks, and infinities"),
            new Entry("DOUBLE", Types.DOUBLE, "with NaN, which SQLite lacks, and infinities"),
            new Entry("character(10)", Types.character(10), "without the blanks at its end"),
            new Entry(
                    "varchar(50)",
                    Types.varchar(50),
                    "longer text is an error, on SQLite where it is bound; PostgreSQL has no `\\u0000` in text"),
            new Entry("TEXT", Types.TEXT, "of any length; PostgreSQL has no `\\u0000` in text"),
            new Entry("varbinary(16)", Types.varbinary(16), "PostgreSQL does not check the length"),
            new Entry("BINARY", Types.BINARY, "of any length; do not change an array that was bound"),
            new Entry(
                    "DATE",
                    Types.DATE,
                    "PostgreSQL: from 4713 BC to the year 5874897; SQLite: from the year 0 to 9999, as all its timestamps"),
            new Entry("TIME", Types.TIME, "cut, not rounded, to microseconds"),
            new Entry("time(3)", Types.time(3), "cut to its digits"),
            new Entry("time(9)", Types.time(9), ""),
            new Entry("TIME_WITH_TIME_ZONE", Types.TIME_WITH_TIME_ZONE, "with its offset; cut to microseconds"),
            new Entry("TIMESTAMP", Types.TIMESTAMP, "cut to microseconds; PostgreSQL: to the year 294276"),
            new Entry("timestamp(3)", Types.timestamp(3), "cut to its digits"),
            new Entry("timestamp(9)", Types.timestamp(9), ""),
            new Entry(
                    "TIMESTAMP_WITH_TIME_ZONE",
                    Types.TIMESTAMP_WITH_TIME_ZONE,
                    "a point in time, whatever the zones of Java and the connection; cut to microseconds"),
            new Entry("timestampWithTimeZone(9)", Types.timestampWithTimeZone(9), ""),
            new Entry("INTERVAL", Types.INTERVAL, "exact: a day is 24 hours, months are an error; cut to microseconds"),
            new Entry("UUID", Types.UUID, "no `min` and `max` on PostgreSQL"),
            new Entry(
                    "enumerated(Mood.class)",
                    Types.enumerated(Samples.Mood.class),
                    "by name; an unknown name is an error"),
            new Entry(
                    "enumOrdinal(Mood.class)",
                    Types.enumOrdinal(Samples.Mood.class),
                    "by number: only ever add constants at the end"),
            new Entry(
                    "enumNative(\"mood\", Mood.class)",
                    Types.enumNative("mood", Samples.Mood.class),
                    "ordered as its constants are; on SQLite by position: only ever add constants at the end"),
            new Entry(
                    "JSON",
                    Types.JSON,
                    "equal as JSON, not as text; PostgreSQL compares only JSONB, SQLite text without its blanks"),
            new Entry("JSONB", Types.JSONB, "equal as JSON, not as text"),
            new Entry(
                    "array(INTEGER)",
                    Types.array(Types.INTEGER),
                    "of any type but arrays; may be empty and hold null; on H2 an array with a NULL inside equals none"),
            new Entry(
                    "other(\"inet\", InetAddress.class)",
                    Types.other("inet", java.net.InetAddress.class),
                    "the driver is handed the values; its literals are of String and numbers only"));

    private record Entry(String declaration, SqlType<?> type, String remark) {
        String line() {
            return "| `" + declaration + "` | `" + type.javaType().getSimpleName() + "` | "
                    + name(new PostgresDialect()) + " | " + name(new H2Dialect()) + " | " + name(new SqliteDialect())
                    + " | " + remark + " |";
        }

        private String name(Dialect dialect) {
            try {
                return "`" + dialect.typeName(type.dataType()) + "`";
            } catch (UnsupportedByDialectException refused) {
                return "refused";
            }
        }
    }

    @Test
    void shouldDescribeTheTypesAsTheyAre() throws IOException {
        String table = ENTRIES.stream().map(Entry::line).collect(Collectors.joining("\n", HEAD, "\n" + TAIL));
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(DOCUMENT, table);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("%s is stale; run this test with -D%s=true", DOCUMENT, UPDATE)
                .isEqualTo(table);
    }
}
