package io.athanor.types.compliance;

import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.sum;
import static io.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.UnsupportedByDialectException;
import io.athanor.dialect.SqliteDialect;
import io.athanor.sql.Expression;
import io.athanor.testing.TestDatabase;
import io.athanor.types.DataType;
import io.athanor.types.DataType.Kind;
import io.athanor.types.SqlType;
import io.athanor.types.Types;
import io.r2dbc.spi.R2dbcException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What SQLite cannot hold of a type it has is refused by name, value by value. */
class SqliteTypesTest implements TypeCompliance, TypeEdgeCompliance, ResultTypeCompliance {
    private static final BigDecimal MORE_DIGITS = new BigDecimal("1234567.890123456");

    private final TypeDatabase database =
            new TypeDatabase(TestDatabase.sqlite().connectionFactory(), new SqliteDialect());

    @Override
    public TypeDatabase database() {
        return database;
    }

    @Override
    public boolean holds(Sample<?> sample) {
        DataType type = sample.type().dataType();
        return type.element() == null && type.kind() != Kind.TIME_WITH_TIME_ZONE;
    }

    @Override
    public Stream<Sample<?>> samples() {
        return TypeCompliance.super.samples().map(sample -> held(sample));
    }

    @Override
    public Stream<Sample<?>> times() {
        return samples().filter(sample -> isOfTime(sample.type().dataType().kind()));
    }

    private static boolean isOfTime(Kind kind) {
        return switch (kind) {
            case DATE, TIME, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE, INTERVAL -> true;
            default -> false;
        };
    }

    private static <T> Sample<T> held(Sample<T> sample) {
        SqlType<T> type = sample.type();
        DataType dataType = type.dataType();
        Sample<T> drawn = dataType.kind() == Kind.DECIMAL
                ? sample.drawing(source -> type.decode(fifteenDigits(source, dataType)))
                : sample;
        return drawn.only(value -> isHeld(type.encode(value)));
    }

    private static BigDecimal fifteenDigits(Random source, DataType type) {
        long digits = source.nextLong() % (type.length() == null ? 1_000_000_000_000_000L : 1_000_000_000_000L);
        return BigDecimal.valueOf(digits, type.scale() == null ? source.nextInt(80) - 20 : type.scale());
    }

    private static boolean isHeld(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros().precision() <= 15;
        }
        if (value instanceof LocalDate date) {
            return date.getYear() >= 0 && date.getYear() <= 9999;
        }
        if (value instanceof LocalDateTime time) {
            return isHeld(time.toLocalDate());
        }
        if (value instanceof Instant instant) {
            return !instant.isBefore(Instant.parse("0000-01-01T00:00:00Z"))
                    && instant.isBefore(Instant.parse("+10000-01-01T00:00:00Z"));
        }
        return !(value instanceof Number number) || !Double.isNaN(number.doubleValue());
    }

    /** It has none: times are text, in UTC where they are points in time. */
    @Override
    public void setTimeZone(String zone) {}

    @Override
    public boolean compares(Sample<?> sample) {
        Kind kind = sample.type().dataType().kind();
        return kind != Kind.JSON && kind != Kind.JSONB;
    }

    @Override
    public boolean equatesNullElements() {
        return false;
    }

    @Override
    public boolean ranks(Sample<?> sample) {
        return true;
    }

    /** Of A to Z only. */
    @Override
    public String upperCaseOfAnAccent() {
        return "é";
    }

    /** A sum beyond 64 bits is an error. */
    @Override
    @Test
    public void shouldSumBigintsAsDecimal() {
        TypeTable<Long> table = database.create(Types.BIGINT).insert(List.of(Long.MAX_VALUE, -1L));
        Expression<BigDecimal> total = sum(table.table().column("v", Types.BIGINT));

        assertThat(database.one(select(total).from(table.table()))).isEqualByComparingTo("9223372036854775806");
        table.database().execute(update(table.table()).set(table.value().to(Long.MAX_VALUE)));
        assertThatThrownBy(() -> database.one(select(total).from(table.table())))
                .isInstanceOfSatisfying(R2dbcException.class, overflow -> assertThat(overflow.getSqlState())
                        .isEqualTo("22003"));
    }

    @Test
    void shouldRefuseValuesThatWouldComeBackAsOthers() {
        assertRefused(Types.DECIMAL, MORE_DIGITS, "15 digits");
        assertRefused(Types.decimal(20, 9), MORE_DIGITS, "15 digits");
        assertRefused(Types.DOUBLE, Double.NaN, "NaN");
        assertRefused(Types.REAL, Float.NaN, "NaN");
        assertRefused(Types.DATE, LocalDate.of(10_000, 1, 1), "9999");
        assertRefused(Types.TIMESTAMP, LocalDateTime.of(-1, 12, 31, 0, 0), "9999");
        assertRefused(Types.TIMESTAMP_WITH_TIME_ZONE, Instant.parse("+10000-01-01T00:00:00Z"), "9999");
    }

    private <T> void assertRefused(SqlType<T> type, T value, String words) {
        TypeTable<T> table = database.create(type);

        assertThatThrownBy(() -> table.insert(List.of(value)))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("SQLite")
                .hasMessageContaining(words)
                .hasMessageNotContaining(
                        MORE_DIGITS.setScale(3, RoundingMode.DOWN).toString());
    }
}
