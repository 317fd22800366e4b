package io.athanor.schema;

import static io.athanor.sql.ColumnOption.check;
import static io.athanor.sql.ColumnOption.comment;
import static io.athanor.sql.ColumnOption.notNull;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.ColumnOption.references;
import static io.athanor.sql.ColumnOption.serverDefault;
import static io.athanor.sql.ColumnOption.unique;
import static io.athanor.sql.Constraint.checkThat;
import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.sql;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.TEXT;
import static io.athanor.types.Types.enumNative;
import static io.athanor.types.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.ConfigurationException;
import io.athanor.compile.Ddl;
import io.athanor.sql.DynamicTable;
import io.athanor.sql.Index;
import io.athanor.sql.Sequence;
import io.athanor.sql.Table;
import io.athanor.sql.TableName;
import io.athanor.sql.TextColumn;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of every kind, as every database takes them. */
interface NameCompliance extends SchemaDatabase {
    /** Reserved words, quotes of all kinds, ends of statements, comments, and what drivers take for parameters. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select",
                "Mixed Case",
                " lead and trail ",
                "it's",
                "say \"hi\"",
                "x\"; drop table t; --",
                "x'; drop table t; --",
                "/* comment */",
                "$1 $2",
                "$tag$",
                "?1 ?",
                ":name ::int",
                "back\\slash \\' \\\"",
                "tab\tline\nbreak",
                "{0} {table}",
                "%s ${x}",
                "ÄÖ日本😀"
            })
    default void shouldTakeAnyName(String hostile) {
        Sequence numbers = new Sequence(TableName.of(hostile, hostile + " s"), null, null);
        DynamicTable parent = Table.define(TableName.of(hostile, hostile), table -> table.column(
                        hostile, BIGINT, primaryKey(), serverDefault(numbers.nextValue()), comment(hostile))
                .column(hostile + "2", TEXT, serverDefault(hostile), notNull())
                .column(hostile + "3", enumNative(hostile + " e", Mood.class), serverDefault(Mood.SAD))
                .comment(hostile));
        DynamicTable child = Table.define(TableName.of(hostile, hostile + " child"), table -> {
            table.column(hostile, BIGINT, references(parent.column(hostile, BIGINT)))
                    .column(hostile + "2", TEXT, unique());
            TextColumn text = table.table().column(hostile + "2", TEXT);
            table.constraint(checkThat(text.ne(hostile))).index(Index.on(text));
        });
        MetaData metaData = MetaData.of(child, parent);
        if (!createSchemas(metaData)) {
            return;
        }
        within(metaData, () -> {
            assertThat(Ddl.statements(metaData.createAll(existing()), dialect()))
                    .isEmpty();
            runner().execute(insertInto(parent).defaultValues());

            assertThat(runner().rows(select(parent.column(hostile + "2", TEXT)).from(parent)))
                    .containsExactly(hostile);
            assertThat(comments(hostile)).containsExactly(hostile, hostile);
            assertThatThrownBy(() ->
                            insert(child, child.column(hostile + "2", TEXT).to(hostile)))
                    .isInstanceOf(R2dbcDataIntegrityViolationException.class);
        });
        run(metaData.createSchemas());
        runner().run("drop schema " + dialect().quote(hostile));
    }

    @Test
    default void shouldShortenNamesThatAreTooLong() {
        String longest = "t".repeat(dialect().maxIdentifierLength());
        DynamicTable table = Table.define(longest, t -> t.column("a", INTEGER, unique(), check(a -> a.gt(0)))
                .column("b", INTEGER, unique()));
        MetaData metaData = MetaData.of(table);
        within(metaData, () -> {
            insert(
                    table,
                    table.column("a", INTEGER).to(1),
                    table.column("b", INTEGER).to(1));
            ConstraintIndex index = metaData.constraints(dialect().maxIdentifierLength());

            assertThat(names(longest)).hasSize(3).allSatisfy(name -> assertThat(index.find(name))
                    .isNotNull()
                    .satisfies(found -> assertThat(found.table().name()).isEqualTo(longest)));
        });
    }

    @Test
    default void shouldRefuseANameThatIsTooLong() {
        String tooLong = "x".repeat(dialect().maxIdentifierLength() + 1);
        DynamicTable column = Table.define("t", t -> t.column(tooLong, INTEGER));
        DynamicTable index = Table.define("t", t -> t.column("a", INTEGER)
                .index(Index.on(t.table().column("a")).named(tooLong)));

        for (DynamicTable table : List.of(column, index)) {
            assertThatThrownBy(() -> Ddl.statements(MetaData.of(table).createAll(), dialect()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(tooLong);
        }
    }

    @Test
    default void shouldCreateInTheSchemaThatIsSaid() {
        Sequence numbers = Sequence.named("numbers");
        DynamicTable parent =
                Table.define("parent", t -> t.column("id", BIGINT, primaryKey(), serverDefault(numbers.nextValue())));
        DynamicTable child = Table.define("child", t -> t.column("id", BIGINT, references(parent.column("id", BIGINT)))
                .index(Index.on(t.table().column("id"))));
        MetaData metaData = MetaData.of(child, parent).inSchema("app");
        if (!createSchemas(metaData)) {
            return;
        }
        within(metaData, () -> {
            runner().run("insert into \"app\".\"parent\" default values");

            assertThat(existing().has(SchemaObject.Kind.TABLE, TableName.of("app", "child")))
                    .isTrue();
            assertThat(existing().has(SchemaObject.Kind.TABLE, TableName.of("child")))
                    .isFalse();
            assertThat(existing().has(SchemaObject.Kind.SEQUENCE, TableName.of("app", "numbers")))
                    .isTrue();
        });
        runner().run("drop schema \"app\"");
    }

    /** The names of a table's constraints, as the catalog has them. */
    default Collection<String> names(String table) {
        return runner().rows(sql("select constraint_name from information_schema.table_constraints"
                        + " where table_name = :table and constraint_name not like '%not_null'")
                .bind("table", varchar(300), table)
                .rows(column("constraint_name", varchar(300))));
    }
}
