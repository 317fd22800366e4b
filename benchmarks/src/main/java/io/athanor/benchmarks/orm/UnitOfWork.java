package io.athanor.benchmarks.orm;

import java.time.Instant;

/** The sizes and values of the unit of work, the same for all who do it. */
final class UnitOfWork {
    static final int PARENTS = 1_000;
    static final int CHILDREN = 5;
    static final int CHANGED = 1_000;
    static final int DELETED = 500;
    static final int BLOCK = 100;

    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

    private UnitOfWork() {}

    static String parentName(int parent) {
        return "p" + parent;
    }

    static Instant created(int parent) {
        return FIRST.plusSeconds(parent);
    }

    static String childName(int parent, int child) {
        return "c" + parent + "-" + child;
    }

    static int quantity(int parent, int child) {
        return parent * CHILDREN + child;
    }
}
