package io.athanor.benchmarks.peers;

import java.util.Arrays;

/** A kind of work; {@code benchmarks/README.md} says why each matters. */
public enum Workload {
    /** Rows by key, 16 at once. */
    POINT_READS("point-reads", "reads/s", 6),
    /** Rows by key, one at a time. */
    POINT_READS_ALONE("point-reads-alone", "reads/s", 3),
    /** 20 rows read, changed and written in a transaction, four at once. */
    READ_CHANGE_WRITE("read-change-write", "tx/s", 4),
    /** The same, one at a time. */
    READ_CHANGE_WRITE_ALONE("read-change-write-alone", "tx/s", 4),
    /** A table as objects. */
    STREAM("stream", "rows/s", 2),
    /** A table as objects, by 256 at a time. */
    STREAM_BY_DEMAND("stream-by-demand", "rows/s", 1),
    /** Streams of 1,000 rows, 16 at once. */
    STREAMS("streams-at-once", "rows/s", 3),
    /** Nulls, arrays, JSON, long text. */
    RICH_ROWS("rich-rows", "rows/s", 3),
    /** Rows inserted, their keys given back. */
    INSERT_WITH_KEYS("insert-with-keys", "rows/s", 2),
    /** Rows inserted. */
    INSERT("insert", "rows/s", 2),
    /** Rows inserted or updated, half of them each. */
    UPSERT("upsert", "rows/s", 2),
    /** Rows updated, each to values of its own. */
    UPDATE("update", "rows/s", 2),
    /** Objects of three tables, put together. */
    GRAPH("graph", "graphs/s", 6),
    /** Objects inserted, changed and deleted. */
    UNIT_OF_WORK("unit-of-work", "units/s", 8),
    /** A query built and rendered. */
    RENDER("render", "queries/s", 5);

    private static final int MANY = 16;
    private static final int FEW = 4;
    private static final int DEMAND = 256;
    private static final int GRAPHS = 10;

    private final String title;
    private final String unit;
    private final int warmUps;

    Workload(String title, String unit, int warmUps) {
        this.title = title;
        this.unit = unit;
        this.warmUps = warmUps;
    }

    /** The workload of a title. */
    public static Workload of(String title) {
        return Arrays.stream(values())
                .filter(workload -> workload.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no workload " + title + "; there are "
                        + Arrays.stream(values()).map(Workload::title).toList()));
    }

    /** What it is called. */
    public String title() {
        return title;
    }

    /** What its rate counts. */
    public String unit() {
        return unit;
    }

    /** How often it is done before it is measured. */
    public int warmUps() {
        return warmUps;
    }

    /** How many of what its rate counts an operation does. */
    public int perOperation() {
        return this == STREAMS ? Sizes.STREAMED_TOGETHER : 1;
    }

    /** How many operations one measurement does. */
    public int operations(Sizes sizes) {
        return switch (this) {
            case POINT_READS -> sizes.of(20_000, MANY);
            case POINT_READS_ALONE -> sizes.of(5_000, 1);
            case READ_CHANGE_WRITE -> sizes.of(800, FEW);
            case READ_CHANGE_WRITE_ALONE -> sizes.of(200, 1);
            case STREAM, STREAM_BY_DEMAND -> sizes.big();
            case STREAMS -> sizes.of(320, MANY);
            case RICH_ROWS -> sizes.rich();
            case INSERT_WITH_KEYS, INSERT, UPSERT, UPDATE -> sizes.written();
            case GRAPH -> sizes.of(20, 1);
            case UNIT_OF_WORK -> 1;
            case RENDER -> sizes.of(20_000, 1);
        };
    }

    /** Does the work of one measurement; gives its check. */
    public long run(Contender contender, Sizes sizes, long seed) throws Exception {
        int operations = operations(sizes);
        return switch (this) {
            case POINT_READS -> contender.readByKey(Rows.keys(operations, sizes.items(), seed), MANY);
            case POINT_READS_ALONE -> contender.readByKey(Rows.keys(operations, sizes.items(), seed), 1);
            case READ_CHANGE_WRITE ->
                contender.readChangeWrite(Rows.keysOfTransactions(operations, sizes.changing(), seed), FEW);
            case READ_CHANGE_WRITE_ALONE ->
                contender.readChangeWrite(Rows.keysOfTransactions(operations, sizes.changing(), seed), 1);
            case STREAM -> contender.stream(0);
            case STREAM_BY_DEMAND -> contender.stream(DEMAND);
            case STREAMS -> contender.streams(Rows.keys(operations, sizes.big() - Sizes.STREAMED_TOGETHER, seed), MANY);
            case RICH_ROWS -> contender.streamRich();
            case INSERT_WITH_KEYS -> contender.insert(operations, true);
            case INSERT -> contender.insert(operations, false);
            case UPSERT -> contender.upsert(operations);
            case UPDATE -> contender.update(operations);
            case GRAPH -> graphs(contender, operations, sizes.graph());
            case UNIT_OF_WORK -> {
                contender.unitOfWork(sizes.unitOfWork());
                yield 0;
            }
            case RENDER -> renderings(contender, operations);
        };
    }

    private static long graphs(Contender contender, int operations, int authors) throws Exception {
        long sum = 0;
        for (int i = 0; i < operations; i++) {
            sum += contender.graph(1 + (long) authors * (i % GRAPHS), authors);
        }
        return sum;
    }

    private static long renderings(Contender contender, int operations) throws Exception {
        long rendered = 0;
        for (int i = 0; i < operations; i++) {
            rendered += contender.render(new Filters(i)).isEmpty() ? 0 : 1;
        }
        return rendered;
    }

    @Override
    public String toString() {
        return title;
    }
}
