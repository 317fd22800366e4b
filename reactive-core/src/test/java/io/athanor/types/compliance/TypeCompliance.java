package io.athanor.types.compliance;

import static io.athanor.sql.Sql.arrayAgg;
import static io.athanor.sql.Sql.caseWhen;
import static io.athanor.sql.Sql.coalesce;
import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.literal;
import static io.athanor.sql.Sql.max;
import static io.athanor.sql.Sql.min;
import static io.athanor.sql.Sql.nullOf;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.Sql.values;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.UnsupportedByDialectException;
import io.athanor.dialect.Feature;
import io.athanor.sql.BatchBuffer;
import io.athanor.sql.Expression;
import io.athanor.sql.Row;
import io.athanor.sql.Select;
import io.athanor.sql.ValuesSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value of every type comes back unchanged, wherever in a statement it stands. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
interface TypeCompliance {
    /** Where the tests run. */
    TypeDatabase database();

    /** Whether the database has the type. */
    boolean holds(Sample<?> sample);

    /** Whether the database compares values of the type. */
    boolean compares(Sample<?> sample);

    /** Whether arrays with a NULL inside equal each other. */
    boolean equatesNullElements();

    /** Whether the database has MIN and MAX of the type. */
    boolean ranks(Sample<?> sample);

    default Stream<Sample<?>> samples() {
        return Samples.all().stream().filter(this::holds);
    }

    default Stream<Sample<?>> refused() {
        return Samples.all().stream().filter(sample -> !holds(sample));
    }

    default Stream<Sample<?>> compared() {
        return samples().filter(this::compares);
    }

    default Stream<Sample<?>> ordered() {
        return compared().filter(Sample::order);
    }

    default Stream<Sample<?>> ranked() {
        return ordered().filter(this::ranks);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("refused")
    default void shouldRefuseByNameWhatTheDatabaseLacks(Sample<?> sample) {
        assertThatThrownBy(() -> database().create(sample.type()))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining(database().dialect().name());
    }

    @ParameterizedTest
    @MethodSource("samples")
    default <T> void shouldKeepColumnValuesAndNull(Sample<T> sample) {
        TypeTable<T> table = database().create(sample.type()).insert(sample.valuesAndNull());

        assertSame(sample, table.values(), sample.valuesAndNull());
        assertSame(sample, table.valuesFrom(0), sample.valuesAndNull());
    }

    @ParameterizedTest
    @MethodSource("samples")
    default <T> void shouldKeepRandomColumnValues(Sample<T> sample) {
        List<T> random = sample.random(100);

        TypeTable<T> table = database().create(sample.type()).insert(random);

        assertSame(sample, table.values(), random);
        assertSame(sample, table.valuesFrom(0), random);
    }

    @ParameterizedTest
    @MethodSource("samples")
    default <T> void shouldKeepSelectedParameters(Sample<T> sample) {
        List<T> all = new ArrayList<>(sample.valuesAndNull());
        all.addAll(sample.random(50));

        List<T> read = read(all.stream()
                .<Expression<T>>map(each -> value(each, sample.type()))
                .toList());

        assertSame(sample, read, all);
    }

    @ParameterizedTest
    @MethodSource("samples")
    default <T> void shouldKeepLiterals(Sample<T> sample) {
        List<Expression<T>> literals = new ArrayList<>();
        List<T> all = new ArrayList<>(sample.values());
        all.addAll(sample.random(30));
        all.forEach(each -> literals.add(literal(each, sample.type())));
        literals.add(nullOf(sample.type()));
        all.add(null);

        assertSame(sample, read(literals), all);
    }

    @ParameterizedTest
    @MethodSource("samples")
    default <T> void shouldKeepServerDefaults(Sample<T> sample) {
        for (T each : sample.values()) {
            String text = database()
                    .dialect()
                    .literal(sample.type().dataType(), sample.type().encode(each));
            TypeTable<T> table = database().create(sample.type(), "default " + text);
            database()
                    .execute(io.athanor.sql.Sql.insertInto(table.table())
                            .values(table.id().to(0)));

            assertSame(sample, table.values(), List.of(each));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    default <T> void shouldKeepCastCoalescedAndChosenParameters(Sample<T> sample) {
        Expression<T> none = value(null, sample.type());
        for (T each : sample.values()) {
            Expression<T> parameter = value(each, sample.type());

            List<T> read = read(List.of(
                    parameter.cast(sample.type()),
                    none.cast(sample.type()),
                    coalesce(none, each),
                    coalesce(none, none),
                    caseWhen(value(true), parameter).orElse(none),
                    caseWhen(value(false), each == null ? none : parameter)));

            assertSame(sample, read, Arrays.asList(each, null, each, null, each, null));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    default <T> void shouldKeepColumnsChosenAmongParameters(Sample<T> sample) {
        TypeTable<T> table = database().create(sample.type()).insert(sample.valuesAndNull());
        T first = sample.values().get(0);
        List<T> filled = new ArrayList<>(sample.values());
        filled.add(first);

        List<T> read = database()
                .rows(select(coalesce(table.value(), first))
                        .from(table.table())
                        .orderBy(table.id().asc()));
        List<T> chosen = database()
                .rows(select(caseWhen(table.value().isNull(), value(first, sample.type()))
                                .orElse(table.value()))
                        .from(table.table())
                        .orderBy(table.id().asc()));

        assertSame(sample, read, filled);
        assertSame(sample, chosen, filled);
    }

    @ParameterizedTest
    @MethodSource("samples")
    default <T> void shouldKeepRowsOfValues(Sample<T> sample) {
        List<T> all = sample.valuesAndNull();
        Expression<Integer> id = column("id", io.athanor.types.Types.INTEGER);
        Expression<T> name = column("v", sample.type());
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            rows.add(Arrays.asList(i, all.get(i)));
        }
        ValuesSource source = values("x", List.of(id, name), rows);

        List<T> read = database().rows(select(name).from(source).orderBy(id.asc()));

        assertSame(sample, read, all);
    }

    @ParameterizedTest
    @MethodSource("samples")
    default <T> void shouldKeepValuesThatAnUpdateTakesFromRows(Sample<T> sample) {
        List<T> all = sample.valuesAndNull();
        TypeTable<T> table = database().create(sample.type()).insert(Collections.nCopies(all.size(), null));
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            rows.add(Arrays.asList(i, all.get(i)));
        }
        ValuesSource source = values("x", List.of(table.id(), table.value()), rows);

        database()
                .execute(update(table.table())
                        .set(table.value().to(source.get(table.value())))
                        .from(source)
                        .where(table.id().eq(source.get(table.id()))));

        assertSame(sample, table.values(), all);
    }

    @ParameterizedTest
    @MethodSource("samples")
    default <T> void shouldKeepUpsertedValues(Sample<T> sample) {
        List<T> all = sample.valuesAndNull();
        List<T> reversed = new ArrayList<>(all);
        Collections.reverse(reversed);
        TypeTable<T> table = database().create(sample.type());

        database()
                .execute(table.insertOf(reversed)
                        .onConflict(table.id())
                        .doUpdate(table.value().toExcluded()));
        assertSame(sample, table.values(), reversed);

        database()
                .execute(table.insertOf(all)
                        .onConflict(table.id())
                        .doUpdate(table.value().toExcluded()));
        assertSame(sample, table.values(), all);

        database()
                .execute(table.insertOf(reversed)
                        .onConflict(table.id())
                        .doUpdate(table.value().to(all.get(0))));
        assertSame(sample, table.values(), Collections.nCopies(all.size(), all.get(0)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    default <T> void shouldKeepValuesOfABatch(Sample<T> sample) {
        TypeTable<T> table = database().create(sample.type());
        List<T> all = new ArrayList<>(sample.valuesAndNull());
        all.addAll(sample.random(50));
        BatchBuffer<Integer> rows = insertInto(table.table())
                .each(table.id().from(Integer::valueOf), table.value().from(all::get))
                .buffer();

        IntStream.range(0, all.size()).forEach(rows::add);
        long inserted = database().execute(rows.take());

        assertThat(inserted).isEqualTo(all.size());
        assertSame(sample, table.values(), all);
    }

    @ParameterizedTest
    @MethodSource("samples")
    default <T> void shouldKeepUpdatedValues(Sample<T> sample) {
        TypeTable<T> table = database().create(sample.type()).insert(Collections.singletonList(null));
        for (T each : sample.valuesAndNull()) {
            database().execute(update(table.table()).set(table.value().to(each)));

            assertSame(sample, table.values(), Collections.singletonList(each));
        }
    }

    @ParameterizedTest
    @MethodSource("compared")
    default <T> void shouldFindEqualValues(Sample<T> sample) {
        TypeTable<T> table = database().create(sample.type());
        List<T> all = sample.values().stream()
                .filter(each ->
                        equatesNullElements() || !holdsNull(sample.type().encode(each)))
                .toList();
        int rows = all.size();
        List<T> allAndNull = new ArrayList<>(all);
        allAndNull.add(null);
        table.insert(allAndNull);

        for (int i = 0; i < rows; i++) {
            T each = all.get(i);
            assertThat(table.idsWhere(table.value().eq(each))).as("= %s", each).containsExactly(i);
            assertThat(table.idsWhere(table.value().ne(each))).as("<> %s", each).hasSize(rows - 1);
            assertThat(table.idsWhere(table.value().in(List.of(each))))
                    .as("in %s", each)
                    .containsExactly(i);
            assertThat(table.idsWhere(table.value().isNotDistinctFrom(each))).containsExactly(i);
        }
        assertThat(table.idsWhere(table.value().in(all))).hasSize(rows);
        assertThat(table.idsWhere(table.value().notIn(all))).isEmpty();
        assertThat(table.idsWhere(table.value().isNotDistinctFrom((T) null))).containsExactly(rows);
    }

    @ParameterizedTest
    @MethodSource("ordered")
    default <T> void shouldFindValuesBetweenOthers(Sample<T> sample) {
        TypeTable<T> table = database().create(sample.type()).insert(sample.valuesAndNull());
        List<T> all = sample.values();
        int last = all.size() - 1;

        for (int i = 0; i <= last; i++) {
            T each = all.get(i);
            assertThat(table.idsWhere(table.value().between(each, all.get(last))))
                    .isEqualTo(range(i, last));
            assertThat(table.idsWhere(table.value().lt(each))).isEqualTo(range(0, i - 1));
            assertThat(table.idsWhere(table.value().ge(each))).isEqualTo(range(i, last));
        }
    }

    @ParameterizedTest
    @MethodSource("ranked")
    default <T> void shouldKeepTheLeastAndTheGreatest(Sample<T> sample) {
        TypeTable<T> table = database().create(sample.type());
        Expression<T> least = min(table.value());
        Expression<T> greatest = max(table.value());
        assertThat(database().one(select(least, greatest).from(table.table())))
                .isNotNull()
                .satisfies(none -> assertThat(none.get(least)).isNull());
        table.insert(sample.valuesAndNull());

        Row row = requireNonNull(database().one(select(least, greatest).from(table.table())));

        List<T> all = sample.values();
        assertSame(
                sample, Arrays.asList(row.get(least), row.get(greatest)), List.of(all.get(0), all.get(all.size() - 1)));
    }

    default Stream<Sample<?>> scalars() {
        return samples().filter(sample -> sample.type().dataType().element() == null);
    }

    @ParameterizedTest
    @MethodSource("scalars")
    default <T> void shouldKeepAggregatedArrays(Sample<T> sample) {
        TypeTable<T> table = database().create(sample.type()).insert(sample.valuesAndNull());
        Select<List<T>> aggregated =
                select(arrayAgg(table.value()).orderBy(table.id().asc())).from(table.table());
        if (!database().dialect().supports(Feature.ARRAYS)) {
            assertThatThrownBy(() -> database().one(aggregated))
                    .isInstanceOf(UnsupportedByDialectException.class)
                    .hasMessageContaining(Feature.ARRAYS.words());
            return;
        }

        List<T> read = requireNonNull(database().one(aggregated));

        assertSame(sample, read, sample.valuesAndNull());
    }

    private <T> List<T> read(List<Expression<T>> expressions) {
        Row row = requireNonNull(database().one(select(expressions)));
        List<T> read = new ArrayList<>();
        for (Expression<T> expression : expressions) {
            read.add(row.get(expression));
        }
        return read;
    }

    private static <T> void assertSame(
            Sample<T> sample, List<? extends @Nullable T> read, List<? extends @Nullable T> sent) {
        assertThat(read).allSatisfy(each -> assertThat(each)
                .satisfiesAnyOf(value -> assertThat(value).isNull(), value -> assertThat(value)
                        .isInstanceOf(sample.type().javaType())));
        assertThat(sample.identities(read)).isEqualTo(sample.identities(sent));
    }

    private static boolean holdsNull(@Nullable Object encoded) {
        return encoded instanceof List<?> list && list.stream().anyMatch(Objects::isNull);
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }
}
