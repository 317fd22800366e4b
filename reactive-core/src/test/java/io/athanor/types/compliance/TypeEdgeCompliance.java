package io.athanor.types.compliance;

import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.Sql.values;
import static io.athanor.types.Types.TIMESTAMP;
import static io.athanor.types.Types.TIMESTAMP_WITH_TIME_ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.DataException;
import io.athanor.dialect.Feature;
import io.athanor.sql.Expression;
import io.athanor.types.SqlType;
import io.athanor.types.Types;
import io.r2dbc.spi.R2dbcException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large values, time zones, digits, and what a type or a database cannot hold. */
interface TypeEdgeCompliance {
    /** Where the tests run. */
    TypeDatabase database();

    @Test
    default void shouldKeepThreeMegabytesOfText() {
        String large = "é'\\🜁 0123456789".repeat(220_000);

        TypeTable<String> table = database().create(Types.TEXT).insert(List.of(large));

        assertThat(table.values().equals(List.of(large))).isTrue();
        assertThat(large.equals(database().one(select(value(large))))).isTrue();
    }

    @Test
    default void shouldKeepFiveMegabytesOfBytes() {
        byte[] large = new byte[5_000_000];
        new Random(7).nextBytes(large);

        TypeTable<byte[]> table = database().create(Types.BINARY).insert(List.of(large));

        assertThat(Arrays.equals(table.values().get(0), large)).isTrue();
        assertThat(Arrays.equals(table.valuesFrom(0).get(0), large)).isTrue();
    }

    @ParameterizedTest
    @ResourceLock(Resources.TIME_ZONE)
    @ValueSource(strings = {"America/St_Johns", "Asia/Kathmandu", "Pacific/Apia", "Europe/Amsterdam"})
    default void shouldKeepTimesWhateverTheZonesOfJavaAndTheConnection(String zone) {
        TimeZone usual = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            keepTimes();
            setTimeZone(zone);
            keepTimes();
            TimeZone.setDefault(usual);
            keepTimes();
        } finally {
            TimeZone.setDefault(usual);
            setTimeZone("UTC");
        }
    }

    /** Of the connection. */
    default void setTimeZone(String zone) {
        database().run("set time zone '" + zone + "'");
    }

    private void keepTimes() {
        times().filter(sample -> sample.type().dataType().length() == null).forEach(this::keep);
    }

    /** The samples of time. */
    default Stream<Sample<?>> times() {
        return TemporalSamples.all().stream();
    }

    private <T> void keep(Sample<T> sample) {
        TypeTable<T> table = database().create(sample.type()).insert(sample.values());
        List<Object> sent = sample.identities(sample.values());

        assertThat(sample.identities(table.values())).isEqualTo(sent);
        assertThat(sample.identities(table.valuesFrom(0))).isEqualTo(sent);
        for (int i = 0; i < sent.size(); i++) {
            assertThat(table.idsWhere(table.value().eq(sample.values().get(i)))).containsExactly(i);
        }
    }

    @Test
    default void shouldCutTimesToTheirDigits() {
        LocalDateTime last = LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_999);

        assertCut(Types.time(0), LocalTime.MAX, LocalTime.of(23, 59, 59));
        assertCut(Types.time(2), LocalTime.MAX, LocalTime.of(23, 59, 59, 990_000_000));
        assertCut(Types.timestamp(0), last, last.withNano(0));
        assertCut(Types.timestamp(5), last, last.withNano(999_990_000));
        assertCut(TIMESTAMP, last, last.withNano(999_999_000));
        assertCut(
                TIMESTAMP_WITH_TIME_ZONE,
                Instant.ofEpochSecond(-1, 999_999_999),
                Instant.ofEpochSecond(-1, 999_999_000));
        assertCut(Types.INTERVAL, Duration.ofNanos(-1999), Duration.ofNanos(-1000));
    }

    private <T> void assertCut(SqlType<T> type, T value, T cut) {
        TypeTable<T> table = database().create(type).insert(List.of(value));

        assertThat(table.values()).containsExactly(cut);
        assertThat(table.idsWhere(table.value().eq(value))).containsExactly(0);
        assertThat(database().one(select(value(value, type)))).isEqualTo(cut);
    }

    @Test
    default void shouldFailRatherThanCutText() {
        TypeTable<String> table = database().create(Types.varchar(3));

        assertDoesNotFit(() -> table.insert(List.of("long")));
        assertDoesNotFit(() -> database()
                .execute(table.insertOf(List.of("long"))
                        .onConflict(table.id())
                        .doUpdate(table.value().toExcluded())));
        assertThat(table.values()).isEmpty();
    }

    @Test
    default void shouldFailRatherThanCutTextInArrays() {
        if (!database().dialect().supports(Feature.ARRAYS)) {
            return; // refused as a type
        }
        TypeTable<List<String>> arrays = database().create(Types.array(Types.varchar(3)));

        assertThatThrownBy(() -> arrays.insert(List.of(List.of("long")))).isInstanceOf(R2dbcException.class);
        assertThat(arrays.values()).isEmpty();
    }

    /** Refused by the database, or by the dialect of one that would keep anything. */
    private static void assertDoesNotFit(ThrowingCallable statement) {
        assertThatThrownBy(statement).isInstanceOfAny(R2dbcException.class, DataException.class);
    }

    @Test
    default void shouldNotCutTextOfValues() {
        Expression<String> name = column("v", Types.varchar(3));

        assertThat(database().rows(select(name).from(values("x", List.of(name), List.of(List.of("long"))))))
                .containsExactly("long");
    }

    @Test
    default void shouldFailOnNumbersOutOfRange() {
        TypeTable<BigDecimal> table = database().create(Types.decimal(4, 2));

        assertDoesNotFit(() -> table.insert(List.of(new BigDecimal("100.00"))));
        assertDoesNotFit(() -> database().one(select(value(40_000).cast(Types.SMALLINT))));
    }

    @Test
    default void shouldRoundDecimalsToTheScaleOfTheirColumn() {
        TypeTable<BigDecimal> table = database()
                .create(Types.decimal(4, 2))
                .insert(List.of(new BigDecimal("1.005"), new BigDecimal("-1.005")));

        assertThat(table.values()).containsExactly(new BigDecimal("1.01"), new BigDecimal("-1.01"));
    }
}
