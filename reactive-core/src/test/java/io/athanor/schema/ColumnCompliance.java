package io.athanor.schema;

import static io.athanor.sql.ColumnOption.defaultValue;
import static io.athanor.sql.ColumnOption.identityAlways;
import static io.athanor.sql.ColumnOption.notNull;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.ColumnOption.references;
import static io.athanor.sql.ColumnOption.serverDefault;
import static io.athanor.sql.Constraint.foreignKey;
import static io.athanor.sql.Constraint.primaryKeyOf;
import static io.athanor.sql.Constraint.uniqueOver;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.select;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.BINARY;
import static io.athanor.types.Types.BOOLEAN;
import static io.athanor.types.Types.DATE;
import static io.athanor.types.Types.DOUBLE;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.TEXT;
import static io.athanor.types.Types.TIME;
import static io.athanor.types.Types.TIMESTAMP;
import static io.athanor.types.Types.TIMESTAMP_WITH_TIME_ZONE;
import static io.athanor.types.Types.array;
import static io.athanor.types.Types.decimal;
import static io.athanor.types.Types.enumNative;
import static io.athanor.types.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.UnsupportedByDialectException;
import io.athanor.compile.Ddl;
import io.athanor.dialect.Feature;
import io.athanor.sql.DynamicTable;
import io.athanor.sql.ForeignKey.Action;
import io.athanor.sql.Index;
import io.athanor.sql.Sequence;
import io.athanor.sql.Table;
import io.athanor.sql.TextColumn;
import io.athanor.types.SqlType;
import io.athanor.types.Types;
import io.r2dbc.spi.R2dbcException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every database does with columns and keys. */
interface ColumnCompliance extends SchemaDatabase {
    @Test
    default void shouldTakeValuesOfEveryTypeAsDefaults() {
        shouldDefaultTo(BOOLEAN, true);
        shouldDefaultTo(BIGINT, Long.MIN_VALUE);
        shouldDefaultTo(INTEGER, -1);
        shouldDefaultTo(decimal(20, 3), new BigDecimal("-123456789012.125"));
        shouldDefaultTo(Types.REAL, -1.5e-30f);
        shouldDefaultTo(DOUBLE, Double.MIN_VALUE);
        shouldDefaultTo(DOUBLE, Double.NEGATIVE_INFINITY);
        shouldDefaultTo(varchar(20), "it's \\ \"$1\" ?");
        shouldDefaultTo(TEXT, "");
        shouldDefaultTo(BINARY, new byte[] {0, 1, (byte) 0xff});
        shouldDefaultTo(Types.varbinary(9), new byte[] {});
        shouldDefaultTo(DATE, LocalDate.of(2024, 2, 29));
        shouldDefaultTo(TIME, LocalTime.of(23, 59, 59, 123_456_000));
        shouldDefaultTo(TIMESTAMP, LocalDateTime.of(1, 1, 1, 0, 0));
        shouldDefaultTo(TIMESTAMP_WITH_TIME_ZONE, Instant.parse("2024-06-30T23:59:59.999999Z"));
        shouldDefaultTo(Types.UUID, UUID.fromString("8d0cf1a2-54d5-4e0e-9d6b-0a4bd0c1b7aa"));
        shouldDefaultTo(enumNative("mood", Mood.class), Mood.SAD);
        shouldDefaultTo(Types.JSON, "{\"a\":[1,\"it's\"]}");
    }

    @Test
    default void shouldTakeArraysAsDefaultsWhereItCan() {
        if (!dialect().supports(Feature.ARRAYS)) {
            MetaData arrays = MetaData.of(Table.define("t", t -> t.column("v", array(INTEGER))));
            assertThatThrownBy(() -> Ddl.statements(arrays.createAll(), dialect()))
                    .isInstanceOf(UnsupportedByDialectException.class)
                    .hasMessageContaining(Feature.ARRAYS.words());
            return;
        }
        shouldDefaultTo(array(INTEGER), List.of(1, -2));
        shouldDefaultTo(array(TEXT), List.of());
        shouldDefaultTo(array(varchar(9)), List.of("a'b", "c,d"));
    }

    private <T> void shouldDefaultTo(SqlType<T> type, T value) {
        DynamicTable table =
                Table.define("t", t -> t.column("id", INTEGER, primaryKey()).column("v", type, serverDefault(value)));
        within(MetaData.of(table), () -> {
            insert(table, table.column("id", INTEGER).to(1));

            assertThat(runner().rows(select(table.column("v", type)).from(table)))
                    .as(type.toString())
                    .usingRecursiveFieldByFieldElementComparator()
                    .containsExactly(value);
        });
    }

    @Test
    default void shouldKeyAndIndexTextAndBytesOfAnyLength() {
        DynamicTable table = Table.define("t", t -> {
            t.column("a", TEXT).column("b", BINARY, notNull()).column("c", TEXT);
            t.constraint(primaryKeyOf(t.table().column("a")))
                    .constraint(uniqueOver(t.table().column("b"), t.table().column("a")))
                    .index(Index.on(t.table().column("c")));
        });
        DynamicTable child = Table.define(
                "child",
                t -> t.column("a", TEXT, references(table.column("a", TEXT)).onUpdate(Action.CASCADE)));
        within(MetaData.of(table, child), () -> {
            byte[] bytes = {1, 2, 3};
            TextColumn a = table.column("a", TEXT);
            insert(
                    table,
                    a.to("x"),
                    table.column("b", BINARY).to(bytes),
                    table.column("c", TEXT).to("y"));
            insert(child, child.column("a", TEXT).to("x"));

            assertThat(runner().rows(select(a).from(table).where(a.eq("x")))).containsExactly("x");
            assertThat(runner().rows(select(table.column("b", BINARY)).from(table)))
                    .containsExactly(bytes);
            assertViolates("pk_t", table, a.to("x"), table.column("b", BINARY).to(new byte[0]));
        });
    }

    @Test
    default void shouldEnforceCompositeKeys() {
        DynamicTable line = Table.define("line", table -> {
            table.column("order_id", INTEGER).column("number", INTEGER);
            table.constraint(
                    primaryKeyOf(table.table().column("order_id"), table.table().column("number")));
        });
        DynamicTable note = Table.define("note", table -> {
            table.column("o", INTEGER).column("n", BIGINT);
            table.constraint(foreignKey(table.table().column("n"), table.table().column("o"))
                    .references(line.column("number"), line.column("order_id"))
                    .onDelete(Action.CASCADE));
        });
        within(MetaData.of(note, line), () -> {
            insert(
                    line,
                    line.column("order_id", INTEGER).to(1),
                    line.column("number", INTEGER).to(2));
            insert(
                    note,
                    note.column("o", INTEGER).to(1),
                    note.column("n", BIGINT).to(2L));

            assertViolates(
                    "fk_note_n_o_line",
                    note,
                    note.column("o", INTEGER).to(2),
                    note.column("n", BIGINT).to(1L));
        });
    }

    @Test
    default void shouldRefuseAValueForWhatIsAlwaysNumbered() {
        DynamicTable table = Table.define(
                "t", t -> t.column("id", BIGINT, primaryKey(), identityAlways()).column("a", INTEGER));
        if (!dialect().supports(Feature.IDENTITY_ALWAYS)) {
            assertRefused(MetaData.of(table), Feature.IDENTITY_ALWAYS, "t.id");
            return;
        }
        within(MetaData.of(table), () -> {
            assertThatThrownBy(() -> runner().run("insert into \"t\" (\"id\") values (1)"))
                    .isInstanceOf(R2dbcException.class);
            insert(table, table.column("a", INTEGER).to(5));

            assertThat(runner().rows(select(table.column("id", BIGINT)).from(table)))
                    .containsExactly(1L);
        });
    }

    @Test
    default void shouldBindDefaultsThatTheDatabaseDoesNotKnow() {
        Sequence numbers = Sequence.named("numbers");
        DynamicTable table = Table.define("t", t -> t.column("id", BIGINT, defaultValue(numbers.nextValue()))
                .column("a", INTEGER, defaultValue(5)));
        within(MetaData.of(table), () -> {
            insert(table, table.column("a", INTEGER).to(6));
            runner().execute(insertInto(table).defaultValues());

            assertThat(runner().rows(select(table.column("a", INTEGER))
                            .from(table)
                            .orderBy(table.column("id").asc())))
                    .containsExactly(6, 5);
        });
    }
}
