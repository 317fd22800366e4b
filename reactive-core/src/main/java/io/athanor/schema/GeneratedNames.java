package io.athanor.schema;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of one table's constraints and indexes, as they are given out. What a user named is never given out again. */
final class GeneratedNames {
    private final Set<String> taken = new HashSet<>();

    void reserve(@Nullable String name) {
        if (name != null) {
            taken.add(name);
        }
    }

    /** The name that was {@code given}, or one generated: {@code generated}, {@code generated_2} and so on. */
    ObjectName of(@Nullable String given, String generated) {
        if (given != null) {
            return new ObjectName(given, false);
        }
        String name = generated;
        for (int number = 2; !taken.add(name); number++) {
            name = generated + "_" + number;
        }
        return new ObjectName(name, true);
    }
}
