package io.athanor.sql;

import io.athanor.ConfigurationException;
import io.athanor.ResultException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows read into a record: its components are the selected parts, in order, checked when the statement is built. */
final class RecordSelection<S extends Record> implements Selection<S> {
    private final Class<S> type;
    private final RecordComponent[] components;
    private final List<Selection<?>> parts;
    private final MethodHandle constructor;

    private RecordSelection(Class<S> type, List<Selection<?>> parts) {
        this.type = type;
        this.components = type.getRecordComponents();
        this.parts = parts;
        this.constructor = canonicalConstructor(type, components);
    }

    static <S extends Record> RecordSelection<S> of(Class<S> type, Selection<?> selection) {
        List<Selection<?>> parts = selection instanceof Row.Parts row
                ? row.parts()
                : selection instanceof Source<?> source ? List.copyOf(source.columns()) : List.of(selection);
        RecordSelection<S> record = new RecordSelection<>(type, parts);
        record.check();
        return record;
    }

    private void check() {
        if (components.length != parts.size()) {
            throw new ConfigurationException(type.getName() + " has " + components.length
                    + " components and the statement selects " + parts.size() + ": " + parts);
        }
        for (int i = 0; i < components.length; i++) {
            if (parts.get(i) instanceof Expression<?> expression
                    && !boxed(components[i]).isAssignableFrom(expression.type().javaType())) {
                throw new ConfigurationException("component " + components[i].getName() + " of " + type.getName()
                        + " is a " + components[i].getType().getName() + ", and " + expression + " selected for it a "
                        + expression.type().javaType().getName());
            }
        }
    }

    @Override
    public List<? extends Expression<?>> columns() {
        return parts.stream()
                .<Expression<?>>flatMap(part -> part.columns().stream())
                .toList();
    }

    @Override
    public List<? extends Selection<?>> parts() {
        return parts;
    }

    @Override
    public S read(RowReader row, int first) {
        @Nullable Object[] values = new Object[components.length];
        int index = first;
        for (int i = 0; i < values.length; i++) {
            Selection<?> part = parts.get(i);
            values[i] = part.read(row, index);
            index += part instanceof Expression<?> ? 1 : part.columns().size();
            if (values[i] == null && components[i].getType().isPrimitive()) {
                throw new ResultException(part + " is NULL and component " + components[i].getName() + " of "
                        + type.getName() + " is primitive; use "
                        + boxed(components[i]).getSimpleName()
                        + ", or coalesce");
            }
        }
        return construct(values);
    }

    private S construct(@Nullable Object[] values) {
        try {
            Object made = constructor.invokeExact(values); // exact: the handle returns Object, and no cast may say else
            return type.cast(made);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new ResultException("the constructor of " + type.getName() + " failed", thrown);
        }
    }

    private static Class<?> boxed(RecordComponent component) {
        return MethodType.methodType(component.getType()).wrap().returnType();
    }

    private static MethodHandle canonicalConstructor(Class<?> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException | RuntimeException denied) {
            throw new ConfigurationException(
                    type.getName()
                            + " cannot be constructed; make it accessible, or open its package to io.athanor.core",
                    denied);
        }
    }
}
