package io.athanor.sql;

import io.athanor.ConfigurationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Arguments of a function, checked and put together. */
final class Arguments {
    private Arguments() {}

    static Expression<?>[] of(Expression<?> first, Expression<?>[] more) {
        Expression<?>[] all = new Expression<?>[more.length + 1];
        all[0] = first;
        System.arraycopy(more, 0, all, 1, more.length);
        return all;
    }

    static <T> List<T> list(T first, T[] more) {
        List<T> all = new ArrayList<>(more.length + 1);
        all.add(first);
        all.addAll(Arrays.asList(more));
        return all;
    }

    /** Databases answer differently below {@code least}. */
    static int atLeast(int least, int value, String what) {
        if (value < least) {
            throw new ConfigurationException(what + " is " + value + "; it is at least " + least);
        }
        return value;
    }
}
