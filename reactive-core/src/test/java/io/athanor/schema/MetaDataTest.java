package io.athanor.schema;

import static io.athanor.sql.ColumnOption.check;
import static io.athanor.sql.ColumnOption.computed;
import static io.athanor.sql.ColumnOption.defaultValue;
import static io.athanor.sql.ColumnOption.identity;
import static io.athanor.sql.ColumnOption.notNull;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.ColumnOption.references;
import static io.athanor.sql.ColumnOption.serverDefault;
import static io.athanor.sql.ColumnOption.unique;
import static io.athanor.sql.Constraint.checkThat;
import static io.athanor.sql.Constraint.foreignKey;
import static io.athanor.sql.Constraint.primaryKeyOf;
import static io.athanor.sql.Constraint.uniqueOver;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.SMALLINT;
import static io.athanor.types.Types.TEXT;
import static io.athanor.types.Types.UUID;
import static io.athanor.types.Types.enumNative;
import static io.athanor.types.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.ConfigurationException;
import io.athanor.schema.SchemaObject.Kind;
import io.athanor.sql.Column;
import io.athanor.sql.DynamicTable;
import io.athanor.sql.DynamicTable.Declaration;
import io.athanor.sql.ForeignKey.Action;
import io.athanor.sql.Index;
import io.athanor.sql.Sequence;
import io.athanor.sql.Table;
import io.athanor.sql.TypedTable;
import io.athanor.types.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetaDataTest {
    private static final DynamicTable DEPT = Table.define(
            "dept", table -> table.column("id", INTEGER, primaryKey()).column("name", TEXT));
    private static final Column<Integer> DEPT_ID = DEPT.column("id", INTEGER);

    private static DynamicTable emp(Consumer<Declaration> declaration) {
        return Table.define("emp", declaration);
    }

    private static void assertRefused(String message, TypedTable<?>... tables) {
        assertThatThrownBy(() -> MetaData.of(tables))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldPutTablesAfterThoseTheyReferTo() {
        DynamicTable emp = emp(table -> table.column("dept_id", INTEGER, references(DEPT_ID)));

        assertThat(MetaData.of(emp, DEPT).tables()).containsExactly(DEPT, emp);
        assertThat(MetaData.of(emp, DEPT)).hasToString("[dept, emp]");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.1, 0.3})
    void shouldCreateEveryTableBeforeAnyForeignKeyToIt(double density) {
        for (int seed = 0; seed < 100; seed++) {
            MetaData metaData = random(new Random(seed), density);
            Set<String> created = new HashSet<>();
            List<String> keys = new ArrayList<>();

            metaData.createAll().forEach(definition -> {
                if (definition instanceof CreateTable table) {
                    created.add(table.name().name());
                    table.constraints().forEach(constraint -> note(constraint, created, keys));
                } else if (definition instanceof AddForeignKey added) {
                    note(added.key(), created, keys);
                }
            });

            assertThat(created).as("seed %d", seed).hasSize(metaData.tables().size());
            assertThat(keys)
                    .as("seed %d", seed)
                    .doesNotHaveDuplicates()
                    .hasSize(metaData.tables().stream()
                            .mapToInt(table -> table.foreignKeys().size())
                            .sum());
        }
    }

    private static void note(ConstraintDefinition constraint, Set<String> created, List<String> keys) {
        if (constraint instanceof ConstraintDefinition.ForeignKey key) {
            assertThat(created).contains(key.target().name());
            keys.add(key.name().text());
        }
    }

    private static MetaData random(Random random, double density) {
        Map<Integer, DynamicTable> tables = new HashMap<>();
        int size = 1 + random.nextInt(12);
        for (int i = 0; i < size; i++) {
            tables.put(i, Table.define("t" + i, table -> {
                table.column("id", INTEGER, primaryKey());
                for (int j = 0; j < size; j++) {
                    int target = j;
                    if (random.nextDouble() < density) {
                        table.column("c" + j, INTEGER, references(() -> Objects.requireNonNull(tables.get(target))
                                .column("id", INTEGER)));
                    }
                }
            }));
        }
        return MetaData.of(tables.values());
    }

    @Test
    void shouldTakeSequencesAndEnumTypesFromColumns() {
        Sequence first = Sequence.named("first");
        Sequence second = Sequence.named("second").startingWith(5);
        DynamicTable emp = emp(table -> table.column("a", BIGINT, serverDefault(first.nextValue()))
                .column("b", BIGINT, defaultValue(second.nextValue().plus(1L)))
                .column("c", enumNative("e", Kind.class)));

        MetaData metaData = MetaData.of(emp).with(Sequence.named("third"), second);

        assertThat(metaData.sequences()).extracting(Sequence::name).hasToString("[third, second, first]");
        assertThat(metaData.enumTypes()).hasSize(1);
    }

    @Test
    void shouldCreateWhatDoesNotExist() {
        DynamicTable emp = emp(table -> table.column("dept_id", INTEGER, references(DEPT_ID))
                .column("a", BIGINT, serverDefault(Sequence.named("s").nextValue()))
                .index(Index.on(table.table().column("dept_id"))));
        MetaData metaData = MetaData.of(emp, DEPT);
        SchemaObjects existing = SchemaObjects.of(List.of(
                new SchemaObject(Kind.TABLE, "public", "dept", true),
                new SchemaObject(Kind.TABLE, "other", "emp", false),
                new SchemaObject(Kind.ENUM_TYPE, "public", "s", true)));

        assertThat(metaData.createAll(existing))
                .extracting(definition -> definition.getClass().getSimpleName())
                .containsExactly("CreateSequence", "CreateTable", "CreateIndex");
        assertThat(metaData.dropAll(existing)).containsExactly(new DropTable(DEPT.name()));
    }

    @Test
    void shouldRefuseATableItDoesNotHave() {
        assertThatThrownBy(() -> MetaData.of(DEPT).create(emp(table -> table.column("id", INTEGER))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("emp is not in the MetaData; it has [dept]");
    }

    @Test
    void shouldRefuseTwoTablesOfOneName() {
        assertRefused("two of the tables have the name dept", DEPT, DEPT);
        assertRefused(
                "two of the tables have the name dept",
                DEPT,
                Table.define("dept", table -> table.column("id", INTEGER)));
    }

    @Test
    void shouldRefuseAliasesAndEmptyTables() {
        assertRefused("under the alias boss; give the table itself", new Table("emp", "boss") {
            {
                column("id", INTEGER);
            }
        });
        assertRefused("emp has no columns", emp(table -> {}));
    }

    @Test
    void shouldRefuseAForeignKeyToWhatIsNotThere() {
        DynamicTable emp = emp(table -> table.column("dept_id", INTEGER, references(DEPT_ID)));

        assertRefused("emp over [dept_id] refers to table dept, which is not in the MetaData; it has [emp]", emp);
        assertRefused(
                "dept has no column id",
                emp,
                Table.define("dept", table -> table.column("number", INTEGER, primaryKey())));
    }

    @Test
    void shouldRefuseAForeignKeyBetweenTypes() {
        DynamicTable emp = emp(table -> table.column("dept_id", UUID)
                .constraint(foreignKey(table.table().column("dept_id")).references(DEPT_ID)));

        assertRefused("dept_id of type uuid refer to dept.id of type integer", emp, DEPT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void shouldTakeAForeignKeyBetweenSizesOfAType(int narrower) {
        List<SqlType<?>> numbers = List.of(SMALLINT, BIGINT);
        DynamicTable emp = emp(table -> table.column("dept_id", numbers.get(narrower))
                .constraint(foreignKey(table.table().column("dept_id")).references(DEPT_ID)));

        assertThat(MetaData.of(emp, DEPT).tables()).hasSize(2);
    }

    @Test
    void shouldRefuseAForeignKeyToWhatIsNoKey() {
        DynamicTable emp = emp(table -> table.column("dept", TEXT, references(DEPT.column("name", TEXT))));

        assertRefused("refers to dept [name], which is neither a primary key nor unique", emp, DEPT);
    }

    @Test
    void shouldRefuseAForeignKeyToColumnsOfSeveralTables() {
        DynamicTable emp = emp(table -> table.column("a", INTEGER)
                .column("b", INTEGER)
                .constraint(foreignKey(table.table().column("a"), table.table().column("b"))
                        .references(() -> List.of(DEPT_ID, table.table().column("a")))));

        assertRefused("refers to columns that are not of one table", emp, DEPT);
    }

    @Test
    void shouldRefuseToSetToNullWhatMayNotBeNull() {
        DynamicTable emp = emp(table ->
                table.column("dept_id", INTEGER, notNull(), references(DEPT_ID).onDelete(Action.SET_NULL)));

        assertRefused("sets dept_id to NULL, and the column may not be NULL", emp, DEPT);
    }

    @Test
    @SuppressWarnings("NullAway") // what a field of a class that is not initialised yet is
    void shouldSayHowToReferToWhatIsNotDeclaredYet() {
        Column<Integer> undeclared = null;

        assertThatThrownBy(() -> references(undeclared)).hasMessageContaining("references(() -> …)");
        assertThatThrownBy(() -> foreignKey(DEPT_ID).references(undeclared, undeclared))
                .hasMessageContaining("references(() -> List.of(…))");
    }

    @Test
    void shouldRefuseWhatIsDeclaredTwice() {
        assertRefused("the same unique key twice", emp(table -> table.column("a", INTEGER, unique())
                .constraint(uniqueOver(table.table().column("a")))));
        assertRefused("the same index twice", emp(table -> table.column("a", INTEGER)
                .index(Index.on(table.table().column("a")))
                .index(Index.on(table.table().column("a")).named("other"))));
        assertRefused(
                "the same foreign key twice",
                emp(table -> table.column("a", INTEGER, references(DEPT_ID), references(DEPT_ID))),
                DEPT);
        assertRefused("the same check twice", emp(table -> table.column("a", INTEGER)
                .constraint(checkThat(table.table().column("a", INTEGER).gt(1)))
                .constraint(checkThat(table.table().column("a", INTEGER).gt(1)))));
        assertRefused("more than one primary key", emp(table -> table.column("a", INTEGER, primaryKey())
                .constraint(primaryKeyOf(table.table().column("a")))));
    }

    @Test
    void shouldRefuseOneNameForSeveralThings() {
        DynamicTable one = Table.define("one", table -> table.column("a", INTEGER)
                .index(Index.on(table.table().column("a")).named("same")));
        DynamicTable two = Table.define("two", table -> table.column("a", INTEGER)
                .constraint(uniqueOver(table.table().column("a")).named("same")));
        DynamicTable same = Table.define("same", table -> table.column("a", INTEGER));

        assertRefused("the name same stands for", one, two);
        assertRefused("the name same stands for table same and for an index of table one", one, same);
        assertThatThrownBy(() -> MetaData.of(same).with(Sequence.named("same")))
                .hasMessageContaining("stands for table same and for sequence same");
    }

    @Test
    void shouldRefuseTwoMeaningsOfASequenceOrEnumType() {
        enum Other {
            A
        }
        Sequence sequence = Sequence.named("s");

        assertThatThrownBy(() -> MetaData.of().with(sequence, sequence.startingWith(3)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("two sequences have the name s");
        assertRefused("in emp.a and [A] in emp.b", emp(table -> table.column("a", enumNative("e", Kind.class))
                .column("b", enumNative("e", Other.class))));
    }

    @Test
    void shouldRefuseColumnsOfOtherTables() {
        assertRefused(
                "mentions dept.id in its check, which is no column of it; it has [a]",
                emp(table -> table.column("a", INTEGER).constraint(checkThat(DEPT_ID.gt(1)))));
        assertRefused("mentions dept.id in its unique key", emp(table -> table.column("a", INTEGER)
                .constraint(uniqueOver(DEPT_ID))));
        assertRefused("mentions dept.id in its index", emp(table -> table.column("a", INTEGER)
                .index(Index.on(DEPT_ID))));
        assertRefused(
                "mentions dept.id in its computed column a",
                emp(table -> table.column("a", INTEGER, computed(() -> DEPT_ID))));
        assertRefused(
                "mentions dept.id in its check", emp(table -> table.column("a", INTEGER, check(a -> a.gt(DEPT_ID)))));
    }

    @Test
    void shouldRefuseKeysWithoutColumnsOrWithOneTwice() {
        assertRefused("primary key over no columns", emp(table -> table.column("a", INTEGER)
                .constraint(primaryKeyOf())));
        assertRefused("names a column twice", emp(table -> table.column("a", INTEGER)
                .constraint(uniqueOver(table.table().column("a"), table.table().column("a")))));
    }

    @Test
    void shouldRefuseAColumnWhoseValueTwoDecide() {
        assertRefused(
                "column a that it is serverDefault and identity",
                emp(table -> table.column("a", INTEGER, identity(), serverDefault(1))));
        assertRefused("computed and defaultValue", emp(table -> table.column("b", INTEGER)
                .column("a", INTEGER, defaultValue(1), computed(() -> table.table()
                        .column("b", INTEGER)))));
        assertRefused("several identities: [a, b]", emp(table -> table.column("a", INTEGER, identity())
                .column("b", INTEGER, identity())));
        assertRefused("identity a of type varchar(9); only", emp(table -> table.column("a", varchar(9), identity())));
        assertRefused(
                "serverDefault of a that mentions columns",
                emp(table -> table.column("a", INTEGER, serverDefault(DEPT_ID))));
    }

    @Test
    void shouldRefuseNumbersThatDoNotMove() {
        assertThatThrownBy(() -> identity(1, 0)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> Sequence.named("s").incrementedBy(0)).isInstanceOf(ConfigurationException.class);
    }
}
