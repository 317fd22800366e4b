package io.athanor.schema;

import static io.athanor.sql.ColumnOption.check;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.ColumnOption.references;
import static io.athanor.sql.ColumnOption.unique;
import static io.athanor.sql.Constraint.checkThat;
import static io.athanor.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.ConfigurationException;
import io.athanor.schema.ConstraintIndex.Kind;
import io.athanor.sql.Constraint;
import io.athanor.sql.DynamicTable;
import io.athanor.sql.Index;
import io.athanor.sql.NumberColumn;
import io.athanor.sql.Sql;
import io.athanor.sql.Table;
import io.athanor.sql.TableName;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamingConventionTest {
    private static final DynamicTable EMP = Table.define(TableName.of("hr", "emp"), table -> {
        table.column("id", INTEGER, primaryKey()).column("age", INTEGER, unique(), check(age -> age.gt(0)));
        table.column("boss", INTEGER, references(() -> table.table().column("id", INTEGER)));
        NumberColumn<Integer> age = table.table().column("age", INTEGER);
        NumberColumn<Integer> boss = table.table().column("boss", INTEGER);
        table.constraint(checkThat(age.lt(200)));
        table.constraint(checkThat(Sql.value(1).eq(1)));
        table.constraint(checkThat(age.lt(boss)).named("own"));
        table.index(Index.on(age.times(2), boss).unique()).index(Index.on(age.asc(), boss.desc()));
    });

    @Test
    void shouldNameWhatWasGivenNoName() {
        ConstraintIndex index = MetaData.of(EMP).constraints(63);

        assertThat(List.of("pk_emp", "uq_emp_age", "fk_emp_boss_emp", "ck_emp_age", "ck_emp_age_2", "ck_emp_1", "own"))
                .allSatisfy(name -> assertThat(index.find(name)).isNotNull());
        assertThat(index.find("ix_emp_age_boss"))
                .isEqualTo(
                        new ConstraintIndex.Entry(Kind.UNIQUE, "ix_emp_age_boss", EMP.name(), List.of("age", "boss")));
        assertThat(MetaData.of(EMP).createAll())
                .anyMatch(definition -> definition instanceof CreateIndex created
                        && created.name().text().equals("ix_emp_age_boss_2"));
    }

    @Test
    void shouldNameByTheConventionGiven() {
        NamingConvention convention = NamingConvention.STANDARD
                .primaryKeysAs("{table}_pk")
                .uniqueKeysAs("{schema}.{table}${columns}")
                .foreignKeysAs("{table}_{target}_{target_columns}")
                .checksAs("{table}!")
                .indexesAs("{columns}");

        ConstraintIndex index = MetaData.of(EMP).with(convention).constraints(63);

        assertThat(List.of("emp_pk", "hr.emp$age", "emp_emp_id", "emp!", "emp!_2", "emp!_3", "own", "age_boss"))
                .allSatisfy(name -> assertThat(index.find(name)).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pk_{tabel}", "pk_{target}", "pk_{}", ""})
    void shouldRefuseAPatternThatNothingFills(String pattern) {
        assertThatThrownBy(() -> NamingConvention.STANDARD.primaryKeysAs(pattern))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("table");
    }

    @Test
    void shouldNotFillWhatANameBrings() {
        DynamicTable table = Table.define("{columns}$1\\", t -> t.column("{table}", INTEGER, unique()));

        assertThat(MetaData.of(table).constraints(63).find("uq_{columns}$1\\_{table}"))
                .isNotNull();
    }

    @Test
    void shouldCutLongNamesTheSameWayEachTimeAndDifferently() {
        ObjectName one = new ObjectName("x".repeat(70) + "1", true);
        ObjectName other = new ObjectName("x".repeat(70) + "2", true);

        assertThat(one.fitting(63))
                .hasSize(63)
                .isEqualTo("x".repeat(54) + "_dc554f41")
                .isNotEqualTo(other.fitting(63));
        assertThat(one.fitting(71)).isEqualTo(one.text());
    }

    @Test
    void shouldCountBytesAndKeepCharactersWhole() {
        String cut = new ObjectName("😀".repeat(16), true).fitting(63);

        assertThat(ObjectName.length(cut)).isBetween(58, 63);
        assertThat(cut).startsWith("😀".repeat(13) + "_");
    }

    @Test
    void shouldFindAConstraintOfOneOfSeveralSchemas() {
        DynamicTable one = Table.define(TableName.of("a", "t"), t -> t.column("id", INTEGER, primaryKey()));
        DynamicTable other = Table.define(TableName.of("b", "t"), t -> t.column("id", INTEGER, primaryKey()));
        ConstraintIndex index = MetaData.of(one, other).constraints(63);

        assertThat(index.find("pk_t")).isNull();
        assertThat(Objects.requireNonNull(index.find("b", "t", "pk_t")).table()).isEqualTo(other.name());
        assertThat(index.find("c", "t", "pk_t")).isNull();
    }

    @Test
    void shouldNeverGiveOutANameThatAUserChose() {
        DynamicTable table = Table.define("t", t -> {
            t.column("a", INTEGER, unique()).column("b", INTEGER);
            t.constraint(Constraint.uniqueOver(t.table().column("b")).named("uq_t_a"));
        });

        ConstraintIndex index = MetaData.of(table).constraints(63);

        assertThat(Objects.requireNonNull(index.find("uq_t_a")).columns()).containsExactly("b");
        assertThat(Objects.requireNonNull(index.find("uq_t_a_2")).columns()).containsExactly("a");
    }
}
