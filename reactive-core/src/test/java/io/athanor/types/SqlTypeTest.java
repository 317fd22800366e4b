package io.athanor.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.ConfigurationException;
import io.athanor.types.DataType.Kind;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTypeTest {
    private static final SqlType<StringBuilder> BUILDER =
            Types.varchar(10).map(StringBuilder.class, StringBuilder::new, StringBuilder::toString);

    @Test
    void shouldNeverShowNullToAMapping() {
        SqlType<String> picky = Types.TEXT.map(String.class, text -> text.trim(), text -> text.trim());

        assertThat(picky.decode(null)).isNull();
        assertThat(picky.encode(null)).isNull();
        assertThat(Types.array(picky).decode(Arrays.asList(" a", null))).containsExactly("a", null);
        assertThat(Types.array(picky).encode(Arrays.asList(" a", null))).isEqualTo(Arrays.asList("a", null));
    }

    @Test
    void shouldMapInBothDirectionsAndTwice() {
        SqlType<Integer> length =
                BUILDER.map(Integer.class, StringBuilder::length, n -> new StringBuilder("x".repeat(n)));

        assertThat(BUILDER.encode(new StringBuilder("ab"))).isEqualTo("ab");
        assertThat(length.decode("abc")).isEqualTo(3);
        assertThat(length.encode(2)).isEqualTo("xx");
        assertThat(length.javaType()).isEqualTo(Integer.class);
        assertThat(length.dataType()).isEqualTo(Types.varchar(10).dataType());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void shouldRefuseSizesThatAreNotPositive(int size) {
        assertThatThrownBy(() -> Types.varchar(size))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("varchar(" + size + ")");
        assertThatThrownBy(() -> Types.character(size)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> Types.varbinary(size)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> Types.decimal(size, 0)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void shouldRefuseAScaleBeyondThePrecision() {
        assertThatThrownBy(() -> Types.decimal(3, 4)).hasMessageContaining("decimal(3, 4)");
        assertThatThrownBy(() -> Types.decimal(3, -1)).hasMessageContaining("decimal(3, -1)");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10})
    void shouldRefuseDigitsThatASecondDoesNotHave(int digits) {
        assertThatThrownBy(() -> Types.time(digits)).hasMessageContaining("0 to 9 digits");
        assertThatThrownBy(() -> Types.timestampWithTimeZone(digits)).hasMessageContaining("0 to 9 digits");
    }

    @Test
    void shouldCutTimesToAnyNumberOfDigits() {
        LocalTime time = LocalTime.of(1, 2, 3, 987_654_321);

        for (int digits = 0; digits <= 9; digits++) {
            int unit = (int) Math.pow(10, 9 - digits);
            assertThat(Types.time(digits).encode(time)).isEqualTo(time.withNano(987_654_321 / unit * unit));
        }
        assertThat(Types.INTERVAL.encode(Duration.ofNanos(-1_001))).isEqualTo(Duration.ofNanos(-1_000));
    }

    @Test
    void shouldCutBlanksOfCharactersAndNoOtherWhiteSpace() {
        TextType code = Types.character(5);

        assertThat(code.encode("a b  ")).isEqualTo("a b");
        assertThat(code.decode("a\t   ")).isEqualTo("a\t");
        assertThat(code.decode("     ")).isEmpty();
    }

    @Test
    void shouldRefuseArraysOfArrays() {
        assertThatThrownBy(() -> Types.array(Types.array(Types.TEXT))).hasMessageContaining("arrays of arrays");
    }

    @Test
    void shouldGiveArraysThatCannotBeChanged() {
        List<String> read = Types.array(Types.TEXT).decode(List.of("a"));

        assertThat(read).isNotNull().isUnmodifiable();
    }

    @Test
    void shouldForgetSizesButNotDigits() {
        assertThat(Types.unsized(Types.decimal(5, 2)).dataType()).isEqualTo(Types.DECIMAL.dataType());
        assertThat(Types.unsized(Types.array(Types.varchar(5)))
                        .dataType()
                        .elementType()
                        .length())
                .isNull();
        assertThat(Types.unsized(Types.time(9)).dataType())
                .isEqualTo(Types.time(9).dataType());
    }

    @Test
    void shouldSayItsNameInStandardSql() {
        assertThat(Types.varchar(50)).hasToString("varchar(50)");
        assertThat(Types.timestampWithTimeZone(3)).hasToString("timestamp(3) with time zone");
        assertThat(Types.array(Types.decimal(5, 2))).hasToString("decimal(5, 2) array");
        assertThat(Types.other("inet", String.class)).hasToString("inet");
    }

    @Test
    void shouldCompareDataTypesByAllTheyAreMadeOf() {
        assertThat(Types.varchar(5).dataType())
                .isEqualTo(Types.varchar(5).dataType())
                .hasSameHashCodeAs(Types.varchar(5).dataType())
                .isNotEqualTo(Types.varchar(6).dataType())
                .isNotEqualTo(Types.character(5).dataType());
        assertThat(Types.decimal(5, 1).dataType())
                .isNotEqualTo(Types.decimal(5, 2).dataType());
        assertThat(DataType.named(Kind.OTHER, "a", List.of())).isNotEqualTo(DataType.named(Kind.OTHER, "b", List.of()));
    }
}
