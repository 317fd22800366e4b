package io.athanor.schema;

import static io.athanor.sql.ColumnOption.computed;
import static io.athanor.sql.ColumnOption.identity;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.ColumnOption.references;
import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.sql;
import static io.athanor.sql.Sql.update;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.UnsupportedByDialectException;
import io.athanor.compile.Ddl;
import io.athanor.dialect.Dialect;
import io.athanor.dialect.Feature;
import io.athanor.dialect.SqliteDialect;
import io.athanor.sql.Assignment;
import io.athanor.sql.Definition;
import io.athanor.sql.DynamicTable;
import io.athanor.sql.NumberColumn;
import io.athanor.sql.Table;
import io.athanor.sql.TypedTable;
import io.athanor.testing.StatementRunner;
import io.athanor.testing.TestDatabase;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SqliteSchemaTest implements SchemaCompliance, NameCompliance, ColumnCompliance, FeatureCompliance {
    private static final Dialect DIALECT = new SqliteDialect();
    private static final Pattern CONSTRAINT = Pattern.compile("constraint \"(.+?)\"");
    private final StatementRunner runner =
            new StatementRunner(TestDatabase.sqlite().connectionFactory(), DIALECT);

    static final class Hen extends Table {
        static final Hen HEN = new Hen();

        final NumberColumn<Long> id = column("id", BIGINT, primaryKey(), identity());
        final NumberColumn<Long> egg = column("egg", BIGINT, references(() -> Egg.EGG.id));
        final NumberColumn<Long> twice = column("twice", BIGINT, computed(() -> this.id.times(2L)));

        Hen() {
            super("hen");
        }
    }

    static final class Egg extends Table {
        static final Egg EGG = new Egg();

        final NumberColumn<Long> id = column("id", BIGINT, primaryKey(), identity());
        final NumberColumn<Long> hen = column("hen", BIGINT, references(() -> Hen.HEN.id));

        Egg() {
            super("egg");
        }
    }

    @Override
    public Dialect dialect() {
        return DIALECT;
    }

    @Override
    public StatementRunner runner() {
        return runner;
    }

    @Override
    public List<String> comments(String table) {
        return List.of();
    }

    /** Names are nowhere but in the text of the definition. */
    @Override
    public Collection<String> names(String table) {
        String definition = runner.rows(sql("select sql from sqlite_master where name = :table")
                        .bind("table", TEXT, table)
                        .rows(column("sql", TEXT)))
                .get(0);
        return CONSTRAINT
                .matcher(definition)
                .results()
                .map(MatchResult::group)
                .map(this::name)
                .toList();
    }

    private String name(String constraint) {
        return constraint.substring(constraint.indexOf('"') + 1, constraint.length() - 1);
    }

    /** SQLite names the columns of a unique key, and nothing of a foreign key. */
    @Override
    public void assertViolates(String name, TypedTable<?> table, Assignment... values) {
        assertThatThrownBy(() -> insert(table, values)).isInstanceOf(R2dbcDataIntegrityViolationException.class);
    }

    @Test
    void shouldNumberAndComputeAndDropRowsThatReferToEachOther() {
        MetaData farm = MetaData.of(Egg.EGG, Hen.HEN);
        within(farm, () -> {
            insert(Egg.EGG, Egg.EGG.hen.to((Long) null));
            insert(Hen.HEN, Hen.HEN.egg.to(1L));
            runner.execute(update(Egg.EGG).set(Egg.EGG.hen.to(1L)));

            assertViolates("fk_egg_hen_hen", Egg.EGG, Egg.EGG.hen.to(2L));
            assertThat(runner.rows(select(Hen.HEN.twice))).containsExactly(2L);
            assertThat(Ddl.statements(farm.createAll(existing()), DIALECT)).isEmpty();
        });
        run(farm.createAll(existing()));
        run(farm.dropAll(existing()));
    }

    @Test
    void shouldRefuseIdentitiesItCannotKeep() {
        DynamicTable steps = Table.define("t", t -> t.column("id", BIGINT, primaryKey(), identity(100, 10)));
        DynamicTable beside =
                Table.define("t", t -> t.column("id", BIGINT, identity()).column("a", INTEGER));

        assertRefused(MetaData.of(steps), Feature.IDENTITY_STEPS, "t.id");
        assertRefused(MetaData.of(beside), Feature.IDENTITY_BESIDE_KEY, "t.id");
    }

    @Test
    void shouldRefuseConstraintsOfTablesThatExist() {
        List<Definition> all = MetaData.of(Egg.EGG, Hen.HEN).createAll();

        assertThatThrownBy(() -> Ddl.statements(List.of(all.get(all.size() - 1)), DIALECT))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining(Feature.ALTER_CONSTRAINTS.words());
    }
}
