package io.athanor.types.compliance;

import io.athanor.types.SqlType;
import io.athanor.types.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A type with values to try it with.
 *
 * @param name what to call it in a test's display name
 * @param values at the edges of what the type holds, all different, in the type's order
 * @param random makes more values
 * @param identity what two values have in common if they are equal to SQL
 * @param order whether the values have an order
 */
record Sample<T>(
        String name,
        SqlType<T> type,
        List<T> values,
        Function<Random, T> random,
        Function<T, Object> identity,
        boolean order) {
    private static final int SEED = 20_250_702;

    @SafeVarargs
    static <T> Sample<T> of(SqlType<T> type, Function<Random, T> random, T... values) {
        return new Sample<>(type.toString(), type, List.of(values), random, value -> value, true);
    }

    Sample<T> named(String other) {
        return new Sample<>(other, type, values, random, identity, order);
    }

    Sample<T> identifiedBy(Function<T, Object> other) {
        return new Sample<>(name, type, values, random, other, order);
    }

    Sample<T> withoutOrder() {
        return new Sample<>(name, type, values, random, identity, false);
    }

    /** With other random values. */
    Sample<T> drawing(Function<Random, T> other) {
        return new Sample<>(name, type, values, other, identity, order);
    }

    /** Only with values, given and random, that a database can hold. */
    Sample<T> only(Predicate<? super T> holds) {
        return new Sample<>(
                name,
                type,
                values.stream().filter(holds).toList(),
                source -> {
                    T value = random.apply(source);
                    while (!holds.test(value)) {
                        value = random.apply(source);
                    }
                    return value;
                },
                identity,
                order);
    }

    /** The same values seen as another Java type. */
    <U> Sample<U> map(Class<U> to, Function<T, U> read, Function<U, T> write) {
        return new Sample<>(
                name + " mapped to " + to.getSimpleName(),
                type.map(to, read, write),
                values.stream().map(read).toList(),
                source -> read.apply(random.apply(source)),
                value -> identity.apply(write.apply(value)),
                order);
    }

    /** Arrays of the values: none, one NULL, each alone, all with a NULL among them. */
    Sample<List<T>> array() {
        List<List<T>> arrays = new ArrayList<>();
        arrays.add(List.of());
        arrays.add(Collections.singletonList(null));
        arrays.add(List.copyOf(values));
        List<T> holed = new ArrayList<>(values);
        holed.add(1, null);
        arrays.add(holed);
        return new Sample<>(
                name + " array",
                Types.array(type),
                arrays,
                source -> IntStream.range(0, source.nextInt(4))
                        .mapToObj(i -> source.nextInt(5) == 0 ? null : random.apply(source))
                        .collect(ArrayList::new, ArrayList::add, ArrayList::addAll),
                this::identities,
                false);
    }

    /** What is left of values when only what SQL sees counts; null of null. */
    List<@Nullable Object> identities(List<? extends @Nullable T> some) {
        List<@Nullable Object> all = new ArrayList<>();
        for (T value : some) {
            all.add(value == null ? null : identity.apply(value));
        }
        return all;
    }

    /** The values and NULL. */
    List<@Nullable T> valuesAndNull() {
        List<@Nullable T> all = new ArrayList<>(values);
        all.add(null);
        return all;
    }

    /** As many random values, the same in every run. */
    List<T> random(int count) {
        Random source = new Random(SEED);
        return IntStream.range(0, count).mapToObj(i -> random.apply(source)).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
