package io.athanor.sql;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value computed when first asked for. Threads that race compute equal values. */
final class Lazy<T> {
    private volatile @Nullable T value;

    T get(Supplier<T> supplier) {
        T known = value;
        if (known == null) {
            known = supplier.get();
            value = known;
        }
        return known;
    }
}
