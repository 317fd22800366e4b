package io.athanor.benchmarks.peers;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/** The values of new rows, counted from 0, and the keys of rows to read. */
public final class Rows {
    private static final OffsetDateTime FIRST = OffsetDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final int DEAREST = 1_000_000;

    private Rows() {}

    /** The quantity of a row. */
    public static int quantity(int row) {
        return row;
    }

    /** The name of a row. */
    public static String name(int row) {
        return "name-" + row;
    }

    /** When a row was made. */
    public static OffsetDateTime created(int row) {
        return FIRST.plusSeconds(row);
    }

    /** The price of a row. */
    public static BigDecimal price(int row) {
        return BigDecimal.valueOf(row * 7L % DEAREST, 2);
    }

    /** A row that has no key yet. */
    public static Item item(int row) {
        return item(row, 0);
    }

    /** A row of this key. */
    public static Item item(int row, long id) {
        return new Item(id, quantity(row), name(row), created(row), price(row));
    }

    /** Keys between 1 and {@code last}, by chance. */
    public static long[] keys(int count, int last, long seed) {
        return new SplittableRandom(seed).longs(count, 1, last + 1L).toArray();
    }

    /** Sorted keys for each of many transactions; transactions near each other share no row. */
    public static long[][] keysOfTransactions(int transactions, int rows, long seed) {
        int parts = rows / Sizes.CHANGED_TOGETHER;
        int first = new SplittableRandom(seed).nextInt(parts);
        long[][] keys = new long[transactions][Sizes.CHANGED_TOGETHER];
        for (int transaction = 0; transaction < transactions; transaction++) {
            for (int i = 0; i < Sizes.CHANGED_TOGETHER; i++) {
                keys[transaction][i] = 1 + (transaction + first) % parts + (long) parts * i;
            }
        }
        return keys;
    }
}
