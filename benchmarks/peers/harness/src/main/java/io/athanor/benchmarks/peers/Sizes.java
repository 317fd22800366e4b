package io.athanor.benchmarks.peers;

/**
 * How much there is of everything.
 *
 * @param scale 1 for the sizes that the table is about, less to see whether all works
 */
public record Sizes(double scale) {
    /** Books of an author. */
    public static final int BOOKS = 10;

    /** Tags of a book. */
    public static final int TAGS = 3;

    /** All tags. */
    public static final int ALL_TAGS = 100;

    /** Rows that one transaction reads, changes and writes. */
    public static final int CHANGED_TOGETHER = 20;

    /** Rows of one of many streams. */
    public static final int STREAMED_TOGETHER = 1_000;

    /** {@code full}, scaled, and a multiple of {@code unit}. */
    public int of(int full, int unit) {
        return Math.max(1, (int) Math.round(full * scale / unit)) * unit;
    }

    /** Rows of {@code item}. */
    public int items() {
        return of(100_000, 100);
    }

    /** Rows of {@code changing}. */
    public int changing() {
        return of(12_800, 10 * CHANGED_TOGETHER);
    }

    /** Rows of {@code big}. */
    public int big() {
        return of(1_000_000, 2 * STREAMED_TOGETHER);
    }

    /** Rows of {@code rich}. */
    public int rich() {
        return of(20_000, 100);
    }

    /** Rows that are inserted, upserted or updated. */
    public int written() {
        return of(100_000, 100);
    }

    /** All authors. */
    public int authors() {
        return of(2_000, 10);
    }

    /** Authors of one graph. */
    public int graph() {
        return authors() / 10;
    }

    /** What a unit of work writes. */
    public UnitOfWork unitOfWork() {
        return new UnitOfWork(of(1_000, 10));
    }
}
