package io.athanor.types.compliance;

import static io.athanor.sql.Sql.literal;
import static io.athanor.sql.Sql.operator;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.ConfigurationException;
import io.athanor.ResultException;
import io.athanor.UnsupportedByDialectException;
import io.athanor.dialect.PostgresDialect;
import io.athanor.sql.Expression;
import io.athanor.types.DataType;
import io.athanor.types.DataType.Kind;
import io.athanor.types.SqlType;
import io.athanor.types.Types;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What PostgreSQL has of types, whatever format they travel in. */
abstract class PostgresTypes implements TypeCompliance, TypeEdgeCompliance, ResultTypeCompliance {
    private static final Set<Kind> UNRANKED = EnumSet.of(Kind.BOOLEAN, Kind.UUID, Kind.VARBINARY, Kind.BINARY);
    private final TypeDatabase database;

    PostgresTypes(ConnectionFactory factory) {
        database = new TypeDatabase(factory, new PostgresDialect());
        database.run("create type \"mood\" as enum ('SAD', 'OK', 'HAPPY')");
    }

    @Override
    public Stream<Sample<?>> samples() {
        Sample<String> name =
                Sample.of(Types.other("name", String.class), source -> Texts.random(source, 9), "", "a'\\");
        return Stream.concat(TypeCompliance.super.samples(), Stream.of(name, name.array()));
    }

    @Test
    void shouldHandOverValuesOfTypesThatOnlyTheDriverKnows() {
        TypeTable<InetAddress> table = database.create(Types.other("inet", InetAddress.class));
        table.insert(Arrays.asList(address(1), null));

        assertThat(table.valuesFrom(0)).containsExactly(address(1), null);
        assertThat(table.idsWhere(table.value().eq(address(1)))).containsExactly(0);
        assertThat(table.idsWhere(table.value().in(address(1), address(2)))).containsExactly(0);
        assertThatThrownBy(() ->
                        database.one(select(literal(address(1), table.value().type()))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("bind it");
    }

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldRefuseDigitsThatTheDatabaseLacksInParametersAndCasts() {
        SqlType<LocalDateTime> nanoseconds = Types.timestamp(9);
        Expression<LocalDateTime> parameter = value(LocalDateTime.MAX, nanoseconds);

        assertThatThrownBy(() -> database.one(select(parameter)))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessage("PostgreSQL does not support timestamp(9); a second has at most 6 digits there");
        assertThatThrownBy(() -> database.one(select(value(1).cast(nanoseconds))))
                .isInstanceOf(UnsupportedByDialectException.class);
    }

    @Test
    void shouldFailOnValuesThatTheDatabaseCannotHold() {
        TypeTable<String> texts = database.create(Types.TEXT);
        TypeTable<LocalDateTime> timestamps = database.create(Types.TIMESTAMP);

        assertThatThrownBy(() -> texts.insert(List.of("a\u0000b"))).isInstanceOf(R2dbcException.class);
        assertThatThrownBy(() -> timestamps.insert(List.of(LocalDateTime.of(300_000, 1, 1, 0, 0))))
                .isInstanceOf(R2dbcException.class);
        assertThat(texts.values()).isEmpty();
    }

    @Test
    void shouldRefuseIntervalsOfMonths() {
        Expression<Duration> month = operator("interval '1 year 2 mons'", Types.INTERVAL);

        assertThatThrownBy(() -> database.one(select(month)))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining("months");
    }

    @Test
    void shouldReadIntervalsOfDaysAndHours() {
        Expression<Duration> mixed = operator("interval '3 days -01:00:00.000001'", Types.INTERVAL);

        assertThat(database.one(select(mixed))).isEqualTo(Duration.ofHours(71).minusNanos(1000));
    }

    @Override
    public TypeDatabase database() {
        return database;
    }

    @Override
    public boolean holds(Sample<?> sample) {
        DataType type = element(sample);
        return type.kind() == Kind.DECIMAL
                || type.length() == null
                || !sample.name().contains("(9)");
    }

    @Override
    public boolean compares(Sample<?> sample) {
        return element(sample).kind() != Kind.JSON;
    }

    @Override
    public boolean equatesNullElements() {
        return true;
    }

    @Override
    public boolean ranks(Sample<?> sample) {
        return !UNRANKED.contains(element(sample).kind());
    }

    private static DataType element(Sample<?> sample) {
        DataType type = sample.type().dataType();
        return type.kind() == Kind.ARRAY ? type.elementType() : type;
    }
}
