package io.athanor.orm.mapping;

import io.athanor.MappingException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Getters and setters by their names. */
final class Accessors {
    private Accessors() {}

    /** The methods of a class in the order of its fields: the virtual machine gives them in none. */
    static List<Method> inOrder(Class<?> type) {
        List<String> fields =
                Arrays.stream(type.getDeclaredFields()).map(Field::getName).toList();
        Comparator<Method> byField = Comparator.comparing(method -> {
            int place = isGetter(method) ? fields.indexOf(attribute(method)) : -1;
            return place < 0 ? Integer.MAX_VALUE : place;
        });
        return Arrays.stream(type.getDeclaredMethods())
                .sorted(byField.thenComparing(Method::getName))
                .toList();
    }

    static boolean isGetter(Method method) {
        String name = method.getName();
        boolean isNamed = (name.startsWith("get") && name.length() > 3)
                || (name.startsWith("is") && name.length() > 2 && Boxes.of(method.getReturnType()) == Boolean.class);
        return isNamed
                && method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !method.isSynthetic();
    }

    /** The attribute of a getter: {@code title} of {@code getTitle}, {@code URL} of {@code getURL}. */
    static String attribute(Method getter) {
        String capital = getter.getName().substring(getter.getName().startsWith("is") ? 2 : 3);
        boolean isAcronym = capital.length() > 1 && Character.isUpperCase(capital.charAt(1));
        return isAcronym ? capital : Character.toLowerCase(capital.charAt(0)) + capital.substring(1);
    }

    /** The setter that belongs to a getter. */
    static Method setter(Method getter) {
        String name = "set" + getter.getName().substring(getter.getName().startsWith("is") ? 2 : 3);
        try {
            return getter.getDeclaringClass().getDeclaredMethod(name, getter.getReturnType());
        } catch (NoSuchMethodException missing) {
            throw new MappingException(
                    getter.getDeclaringClass().getName() + "." + getter.getName() + "(): has no " + name + "("
                            + getter.getReturnType().getSimpleName()
                            + "); add it, it may be private, or say @Transient",
                    missing);
        }
    }
}
