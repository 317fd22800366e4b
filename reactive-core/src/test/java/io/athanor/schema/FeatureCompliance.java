package io.athanor.schema;

import static io.athanor.sql.ColumnOption.collation;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.ColumnOption.references;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.lower;
import static io.athanor.sql.Sql.select;
import static io.athanor.types.Types.BOOLEAN;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.athanor.compile.Ddl;
import io.athanor.dialect.Feature;
import io.athanor.sql.Column;
import io.athanor.sql.DynamicTable;
import io.athanor.sql.Index;
import io.athanor.sql.Table;
import io.athanor.sql.TextColumn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What only some databases can do; the others refuse it by name. */
interface FeatureCompliance extends SchemaDatabase {
    @Test
    default void shouldDeferForeignKeysWhereItCan() {
        DynamicTable parent = Table.define("parent", table -> table.column("id", INTEGER, primaryKey()));
        DynamicTable child = Table.define(
                "child",
                table -> table.column(
                        "id", INTEGER, references(parent.column("id", INTEGER)).deferred()));
        MetaData metaData = MetaData.of(parent, child);
        if (!dialect().supports(Feature.DEFERRED_CONSTRAINTS)) {
            assertRefused(metaData, Feature.DEFERRED_CONSTRAINTS, "fk_child_id_parent");
            return;
        }
        within(metaData, () -> {
            runner().run("begin; insert into child values (1); insert into parent values (1); commit");

            assertThat(runner().rows(select(child.column("id", INTEGER)).from(child)))
                    .containsExactly(1);
        });
    }

    @Test
    default void shouldIndexExpressionsWhereItCan() {
        DynamicTable table = Table.define("t", t -> t.column("name", TEXT)
                .index(Index.on(lower(t.table().column("name", TEXT))).unique()));
        MetaData metaData = MetaData.of(table);
        if (!dialect().supports(Feature.FUNCTIONAL_INDEX)) {
            assertRefused(metaData, Feature.FUNCTIONAL_INDEX, "ix_t_name");
            return;
        }
        within(metaData, () -> {
            insert(table, table.column("name", TEXT).to("Ovid"));

            assertViolates("ix_t_name", table, table.column("name", TEXT).to("OVID"));
        });
    }

    @Test
    default void shouldIndexSomeRowsWhereItCan() {
        DynamicTable table = Table.define("t", t -> t.column("name", TEXT)
                .column("gone", BOOLEAN)
                .index(Index.on(t.table().column("name"))
                        .unique()
                        .where(t.table().column("gone", BOOLEAN).eq(false))));
        MetaData metaData = MetaData.of(table);
        if (!dialect().supports(Feature.PARTIAL_INDEX)) {
            assertRefused(metaData, Feature.PARTIAL_INDEX, "ix_t_name");
            return;
        }
        within(metaData, () -> {
            TextColumn name = table.column("name", TEXT);
            Column<Boolean> gone = table.column("gone", BOOLEAN);
            insert(table, name.to("Ovid"), gone.to(true));
            insert(table, name.to("Ovid"), gone.to(false));

            assertViolates("ix_t_name", table, name.to("Ovid"), gone.to(false));
            runner().execute(insertInto(table)
                    .values(name.to("Ovid"), gone.to(false))
                    .onConflict(name)
                    .where(gone.eq(false))
                    .doNothing());
            assertThat(runner().rows(select(name).from(table))).containsExactly("Ovid", "Ovid");
        });
    }

    @Test
    default void shouldKeepColumnsInAnIndexWhereItCan() {
        DynamicTable table = Table.define("t", t -> t.column("a", INTEGER)
                .column("b", INTEGER)
                .index(Index.on(t.table().column("a"))
                        .unique()
                        .include(t.table().column("b"))));
        MetaData metaData = MetaData.of(table);
        assertThat(Ddl.statements(metaData.createAll(), dialect())).last().satisfies(index -> assertThat(
                        index.contains("include"))
                .isEqualTo(dialect().supports(Feature.INCLUDE_INDEX)));
        within(metaData, () -> {
            insert(
                    table,
                    table.column("a", INTEGER).to(1),
                    table.column("b", INTEGER).to(1));

            assertViolates(
                    "ix_t_a",
                    table,
                    table.column("a", INTEGER).to(1),
                    table.column("b", INTEGER).to(2));
        });
    }

    @Test
    default void shouldLeaveOutIndexesItCannotBuildThatOnlyMakeQueriesFaster() {
        DynamicTable table = Table.define("t", t -> t.column("a", TEXT)
                .column("gone", BOOLEAN)
                .index(Index.on(lower(t.table().column("a", TEXT))).named("ix_lower"))
                .index(Index.on(t.table().column("a"))
                        .where(t.table().column("gone", BOOLEAN).eq(false))
                        .named("ix_some"))
                .index(Index.on(t.table().column("gone")).named("ix_plain")));
        MetaData metaData = MetaData.of(table);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(Ddl.class);
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);

        List<String> statements = Ddl.statements(metaData.createAll(), dialect());
        logger.detachAppender(log);

        boolean buildsBoth = dialect().supports(Feature.FUNCTIONAL_INDEX);
        assertThat(statements).hasSize(buildsBoth ? 4 : 2);
        assertThat(statements).last().asString().contains("ix_plain");
        assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage))
                .hasSize(buildsBoth ? 0 : 2)
                .allMatch(line -> line.contains("H2"))
                .allMatch(line -> line.contains("ix_lower") || line.contains("ix_some"));
        within(metaData, () -> insert(table, table.column("a", TEXT).to("x")));
    }

    @Test
    default void shouldCollateColumnsWhereItCan() {
        DynamicTable table = Table.define("t", t -> t.column("name", TEXT, collation("C")));
        MetaData metaData = MetaData.of(table);
        if (!dialect().supports(Feature.COLUMN_COLLATION)) {
            assertRefused(metaData, Feature.COLUMN_COLLATION, "t.name");
            return;
        }
        within(metaData, () -> {
            TextColumn name = table.column("name", TEXT);
            insert(table, name.to("a"));
            insert(table, name.to("B"));

            assertThat(runner().rows(select(name).from(table).orderBy(name.asc())))
                    .containsExactly("B", "a");
        });
    }
}
