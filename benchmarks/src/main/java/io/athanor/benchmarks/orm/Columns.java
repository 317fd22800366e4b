package io.athanor.benchmarks.orm;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** Rows by their columns, as {@code unnest} takes them. */
final class Columns {
    final Long[] ids;
    final Long[] parents;
    final String[] names;
    final Integer[] quantities;
    final OffsetDateTime[] times;

    private Columns(Long[] ids, Long[] parents, String[] names, Integer[] quantities, OffsetDateTime[] times) {
        this.ids = ids;
        this.parents = parents;
        this.names = names;
        this.quantities = quantities;
        this.times = times;
    }

    private static Columns of(int rows) {
        return new Columns(
                new Long[rows], new Long[rows], new String[rows], new Integer[rows], new OffsetDateTime[rows]);
    }

    static Columns parents(List<Long> blocks) {
        Columns columns = of(UnitOfWork.PARENTS);
        for (int i = 0; i < UnitOfWork.PARENTS; i++) {
            columns.ids[i] = key(blocks, i);
            columns.names[i] = UnitOfWork.parentName(i);
            columns.times[i] = UnitOfWork.created(i).atOffset(ZoneOffset.UTC);
        }
        return columns;
    }

    static Columns children(List<Long> blocks, Long[] parents) {
        Columns columns = of(UnitOfWork.PARENTS * UnitOfWork.CHILDREN);
        for (int i = 0; i < UnitOfWork.PARENTS; i++) {
            for (int j = 0; j < UnitOfWork.CHILDREN; j++) {
                int row = UnitOfWork.quantity(i, j);
                columns.ids[row] = key(blocks, row);
                columns.parents[row] = parents[i];
                columns.names[row] = UnitOfWork.childName(i, j);
                columns.quantities[row] = row;
            }
        }
        return columns;
    }

    private static Long key(List<Long> blocks, int row) {
        return blocks.get(row / UnitOfWork.BLOCK) + row % UnitOfWork.BLOCK;
    }

    Columns first(int rows) {
        return range(0, rows);
    }

    Columns last(int rows) {
        return range(ids.length - rows, ids.length);
    }

    private Columns range(int from, int to) {
        return new Columns(
                Arrays.copyOfRange(ids, from, to),
                Arrays.copyOfRange(parents, from, to),
                Arrays.copyOfRange(names, from, to),
                Arrays.copyOfRange(quantities, from, to),
                Arrays.copyOfRange(times, from, to));
    }

    /** The same rows with the values that the unit of work changes them to. */
    Columns changed() {
        for (int row = 0; row < ids.length; row++) {
            names[row] += "x";
            quantities[row] += 100_000;
        }
        return this;
    }
}
