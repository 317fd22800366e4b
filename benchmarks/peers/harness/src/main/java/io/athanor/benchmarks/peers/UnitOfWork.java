package io.athanor.benchmarks.peers;

import java.time.OffsetDateTime;

/**
 * What one unit of work writes: parents, each with {@value #CHILDREN} children; as many changed children as there are parents, the
 * first; half as many deleted, the last. Children are counted through: {@code row} is parent times {@value #CHILDREN} plus child.
 *
 * @param parents how many
 */
public record UnitOfWork(int parents) {
    /** Children of a parent. */
    public static final int CHILDREN = 5;

    /** What the sequences of keys count by, where keys are taken in blocks. */
    public static final int BLOCK = 100;

    private static final int ADDED = 100_000;

    /** All children. */
    public int children() {
        return parents * CHILDREN;
    }

    /** How many children are changed, from the first. */
    public int changed() {
        return parents;
    }

    /** How many children are deleted, to the last. */
    public int deleted() {
        return parents / 2;
    }

    /** A parent's name. */
    public String parentName(int parent) {
        return "p" + parent;
    }

    /** When a parent was made. */
    public OffsetDateTime created(int parent) {
        return Rows.created(parent);
    }

    /** A child's name. */
    public String childName(int row) {
        return "c" + row / CHILDREN + "-" + row % CHILDREN;
    }

    /** A child's quantity. */
    public int quantity(int row) {
        return row;
    }

    /** What a child's name is changed to. */
    public String changedName(String name) {
        return name + "x";
    }

    /** What a child's quantity is changed to. */
    public int changedQuantity(int quantity) {
        return quantity + ADDED;
    }
}
