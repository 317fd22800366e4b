package io.athanor.r2dbc.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.Blob;
import io.r2dbc.spi.Clob;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Nullability;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class TypesTest {
    private static final SqliteConnection CONNECTION = Sql.open(SqliteConnectionFactory.of("sqlite::memory:"));

    @BeforeAll
    static void createTable() {
        Sql.awaitRun(CONNECTION, "CREATE TABLE kept (any_value, text_value TEXT, number_value NUMERIC)");
    }

    @AfterAll
    static void close() {
        Sql.awaitEnd(CONNECTION.close());
    }

    static Stream<Object> values() {
        return Stream.of(
                true,
                false,
                (byte) -128,
                (short) 32_767,
                42,
                Integer.MIN_VALUE,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                new BigInteger("123456789012345678901234567890"),
                BigInteger.TEN,
                1.5f,
                0.1f,
                0.1,
                Double.MIN_VALUE,
                Double.POSITIVE_INFINITY,
                new BigDecimal("12345678901234567890.123456789"),
                new BigDecimal("-0.000000000000000000000000000001"),
                new BigDecimal("19.99"),
                new BigDecimal("42"),
                "",
                "it's \"quoted\" ? :x ; -- \u00e4\u20ac\ud83d\ude00",
                'x',
                UUID.fromString("2f1c3e6a-0000-4000-8000-00000000abcd"),
                DayOfWeek.FRIDAY,
                LocalDate.of(2026, 2, 28),
                LocalTime.of(23, 59),
                LocalTime.of(1, 2, 3, 4),
                LocalDateTime.of(2026, 2, 28, 23, 59, 58, 123_456_789),
                OffsetTime.of(1, 2, 3, 0, ZoneOffset.ofHours(-5)),
                OffsetDateTime.of(2026, 2, 28, 1, 2, 3, 0, ZoneOffset.ofHoursMinutes(5, 30)),
                ZonedDateTime.of(2026, 10, 25, 2, 30, 0, 0, ZoneId.of("Europe/Paris")),
                Instant.parse("2026-02-28T01:02:03.000000001Z"),
                Year.of(2026),
                YearMonth.of(2026, 2),
                MonthDay.of(2, 29),
                Duration.ofMillis(-1500),
                Period.of(1, 2, 3),
                ZoneOffset.ofHours(2));
    }

    @ParameterizedTest
    @MethodSource("values")
    void shouldGiveBackWhatWasStored(Object value) {
        Object read = Sql.await(
                Sql.rows(CONNECTION.createStatement("SELECT ?").bind(0, value).execute(), value.getClass())
                        .single());

        assertSame(read, value);
    }

    @ParameterizedTest
    @MethodSource("values")
    void shouldGiveBackWhatWasStoredInATextColumn(Object value) {
        Object read = Sql.await(Sql.rows(
                        CONNECTION
                                .createStatement("INSERT INTO kept (text_value) VALUES (:value) RETURNING text_value")
                                .bind("value", value)
                                .execute(),
                        value.getClass())
                .single());

        assertSame(read, value);
    }

    /** Decimals keep their value, not their trailing zeros. */
    private static void assertSame(Object read, Object value) {
        if (value instanceof BigDecimal decimal) {
            assertThat((BigDecimal) read).isEqualByComparingTo(decimal);
        } else {
            assertThat(read).isEqualTo(value);
        }
    }

    @Test
    void shouldGiveBackBytesInEveryForm() {
        byte[] bytes = {0, 1, -1};

        Supplier<Blob> blob = () -> Blob.from(Mono.just(ByteBuffer.wrap(bytes)));
        for (Supplier<Object> value : List.<Supplier<Object>>of(() -> bytes, () -> ByteBuffer.wrap(bytes), blob::get)) {
            Supplier<SqliteStatement> statement =
                    () -> CONNECTION.createStatement("SELECT ?").bind(0, value.get());
            assertThat(Sql.await(
                            Sql.rows(statement.get().execute(), byte[].class).single()))
                    .isEqualTo(bytes);
            assertThat(Sql.await(
                            Sql.rows(statement.get().execute(), Object.class).single()))
                    .isEqualTo(ByteBuffer.wrap(bytes));
            assertThat(Sql.await(Sql.rows(statement.get().execute(), Blob.class)
                            .concatMap(Blob::stream)
                            .single()))
                    .isEqualTo(ByteBuffer.wrap(bytes));
        }
    }

    @Test
    void shouldTellEmptyBytesFromNull() {
        SqliteStatement statement =
                CONNECTION.createStatement("SELECT typeof(?), length(?1)").bind(0, new byte[0]);

        assertThat(Sql.await(Sql.rows(statement.execute(), String.class).single()))
                .isEqualTo("blob");
    }

    @Test
    void shouldStreamClobs() {
        SqliteStatement statement =
                CONNECTION.createStatement("SELECT ?").bind(0, Clob.from(Flux.just("first", "-", "second")));

        assertThat(Sql.await(Sql.rows(statement.execute(), Clob.class)
                        .concatMap(Clob::stream)
                        .single()))
                .hasToString("first-second");
    }

    @Test
    void shouldTakeParametersWithTypes() {
        SqliteStatement statement = CONNECTION
                .createStatement("SELECT typeof(?1) || typeof(?2)")
                .bind(0, Parameters.in(R2dbcType.INTEGER, 1))
                .bind(1, Parameters.in(R2dbcType.INTEGER));

        assertThat(Sql.await(Sql.rows(statement.execute(), String.class).single()))
                .isEqualTo("integernull");
    }

    @Test
    void shouldCompareDecimalsAsNumbers() {
        SqliteStatement statement = CONNECTION
                .createStatement("SELECT 2 * 5.25 > ?1 AND 2 * 5.25 < ?2 AND 10 = ?3")
                .bind(0, new BigDecimal("10.25"))
                .bind(1, new BigDecimal("10.75"))
                .bind(2, new BigDecimal("10.00"));

        assertThat(Sql.await(Sql.rows(statement.execute(), Boolean.class).single()))
                .isTrue();
    }

    @Test
    void shouldWriteTimesThatSqliteUnderstands() {
        SqliteStatement statement = CONNECTION
                .createStatement("SELECT ?1 = datetime('2026-02-28 01:02:03') AND unixepoch(?2) = 1772240523")
                .bind(0, LocalDateTime.of(2026, 2, 28, 1, 2, 3))
                .bind(1, OffsetDateTime.of(2026, 2, 28, 2, 2, 3, 0, ZoneOffset.ofHours(1)));

        assertThat(Sql.await(Sql.rows(statement.execute(), Boolean.class).single()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'2026-02-28 01:02:03'",
                "'2026-02-28T01:02:03Z'",
                "'2026-02-28 02:02:03+01:00'",
                "1772240523",
                "1772240523000000 / 1000",
                "julianday('2026-02-28 01:02:03')"
            })
    void shouldReadTimesInEveryFormOfSqlite(String expression) {
        Instant read = Sql.await(
                Sql.select(CONNECTION, "SELECT " + expression, Instant.class).single());

        assertThat(read).isEqualTo(Instant.parse("2026-02-28T01:02:03Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "BOOLEAN # 1 # java.lang.Boolean",
                "TINYINT # 1 # java.lang.Byte",
                "SMALLINT # 1 # java.lang.Short",
                "INTEGER # 1 # java.lang.Integer",
                "INT # 1 # java.lang.Integer",
                "BIGINT # 1 # java.lang.Long",
                "DECIMAL(10,2) # 1 # java.math.BigDecimal",
                "REAL # 1 # java.lang.Double",
                "DOUBLE PRECISION # 1 # java.lang.Double",
                "VARCHAR(20) # 1 # java.lang.String",
                "CLOB # 'x' # java.lang.String",
                "BLOB # x'00' # java.nio.ByteBuffer",
                "DATE # '2026-02-28' # java.time.LocalDate",
                "TIME # '01:02:03' # java.time.LocalTime",
                "DATETIME # '2026-02-28 01:02:03' # java.time.LocalDateTime",
                "TIMESTAMP # '2026-02-28 01:02:03' # java.time.LocalDateTime",
                "TIMESTAMP WITH TIME ZONE # '2026-02-28 01:02:03Z' # java.time.OffsetDateTime",
                "UUID # '2f1c3e6a-0000-4000-8000-00000000abcd' # java.util.UUID",
            })
    void shouldReadADeclaredTypeAsItsJavaType(String type, String value, Class<?> expected) {
        Sql.awaitRun(CONNECTION, "DROP TABLE IF EXISTS declared; CREATE TABLE declared (c " + type + ")");
        Sql.awaitRun(CONNECTION, "INSERT INTO declared VALUES (" + value + ")");

        List<Object> read = Sql.awaitAll(
                Flux.from(CONNECTION.createStatement("SELECT c FROM declared").execute())
                        .concatMap(result -> result.map((row, metadata) -> List.of(
                                row.get(0), metadata.getColumnMetadata(0).getJavaType())))
                        .flatMapIterable(list -> list));

        assertThat(read.get(0)).isInstanceOf(expected);
        assertThat(read.get(1)).isEqualTo(expected);
    }

    @Test
    void shouldHandOutAsStoredWhatDoesNotFitTheDeclaredType() {
        Sql.awaitRun(CONNECTION, "CREATE TABLE loose (n INTEGER, d DATE)");
        Sql.awaitRun(CONNECTION, "INSERT INTO loose VALUES (5000000000, 'tomorrow')");

        assertThat(Sql.awaitAll(Sql.select(CONNECTION, "SELECT n FROM loose", Object.class)))
                .isEqualTo(List.<Object>of(5_000_000_000L));
        assertThat(Sql.awaitAll(Sql.select(CONNECTION, "SELECT d FROM loose", Object.class)))
                .isEqualTo(List.<Object>of("tomorrow"));
    }

    @Test
    void shouldDescribeColumns() {
        Sql.awaitRun(CONNECTION, "CREATE TABLE described (price DECIMAL(10,2) NOT NULL, note VARCHAR(80))");
        Sql.awaitRun(CONNECTION, "INSERT INTO described VALUES (9.5, 'x')");

        List<String> columns = Sql.awaitAll(Flux.from(CONNECTION
                        .createStatement("SELECT price, note AS remark, 1 + 1 FROM described")
                        .execute())
                .concatMap(result -> result.map((row, metadata) -> metadata.getColumnMetadatas().stream()
                        .map(TypesTest::describe)
                        .toList()))
                .flatMapIterable(list -> list));

        assertThat(columns)
                .containsExactly(
                        "price DECIMAL DECIMAL(10,2) 10 2 " + Nullability.NON_NULL,
                        "remark VARCHAR VARCHAR(80) 80 null " + Nullability.NULLABLE,
                        "1 + 1   null null " + Nullability.UNKNOWN);
        assertThat(Sql.awaitAll(Sql.select(CONNECTION, "SELECT price FROM described", BigDecimal.class)))
                .containsExactly(new BigDecimal("9.50"));
    }

    private static String describe(ColumnMetadata column) {
        return String.join(
                " ",
                column.getName(),
                column.getType().getName(),
                String.valueOf(column.getNativeTypeMetadata()),
                String.valueOf(column.getPrecision()),
                String.valueOf(column.getScale()),
                column.getNullability().toString());
    }

    @Test
    void shouldRefuseByNameWhatItCannotStore() {
        SqliteStatement statement = CONNECTION.createStatement("SELECT ?");

        assertThatThrownBy(() -> statement.bind(0, URI.create("urn:secret")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.net.URI")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> statement.bind(0, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> statement.bind(0, Parameters.out(R2dbcType.INTEGER)))
                .hasMessageContaining("out parameters");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Integer.class,
                LocalDate.class,
                UUID.class,
                Boolean.class,
                byte[].class,
                DayOfWeek.class,
                URI.class
            })
    void shouldSayWhichColumnCannotBeReadAsWhatWithoutItsValue(Class<?> type) {
        assertThatThrownBy(() -> Sql.awaitAll(Sql.select(CONNECTION, "SELECT 'secret' AS word", type)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("word")
                .hasMessageContaining("TEXT")
                .hasMessageContaining(type.getName())
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource({"128, java.lang.Byte", "1.5, java.lang.Long", "2147483648, java.lang.Integer", "2, java.lang.Boolean"})
    void shouldRefuseToLoseDigits(String value, Class<?> type) {
        assertThatThrownBy(() -> Sql.awaitAll(Sql.select(CONNECTION, "SELECT " + value, type)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
