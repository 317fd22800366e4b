package io.athanor.benchmarks.peers;

/**
 * One way to use a database, written as those who like it write it. A method does the work of one measurement, returns when all of
 * it is done, and gives a number that is the same for all contenders; see {@link Checks}. What a contender has no way to do it does
 * not override: its cell stays empty.
 */
public interface Contender extends AutoCloseable {
    /** The size of everybody's pool. */
    int CONNECTIONS = 8;

    /** Opens {@link #CONNECTIONS} connections. */
    void open(Database database, Sizes sizes) throws Exception;

    /** Reads the row of {@code item} of each key, as many at once as said. */
    default long readByKey(long[] keys, int atOnce) throws Exception {
        throw none("read by key");
    }

    /** In a transaction for each element: reads these rows of {@code changing}, adds one to their quantity, writes them back. */
    default long readChangeWrite(long[][] keys, int atOnce) throws Exception {
        throw none("read, change and write");
    }

    /** Streams all of {@code big} as objects; {@code atATime} rows are asked for at a time, 0 for no limit. */
    default long stream(int atATime) throws Exception {
        throw none("stream");
    }

    /** Streams the 1,000 rows of {@code big} that follow each key, as many streams at once as said. */
    default long streams(long[] after, int atOnce) throws Exception {
        throw none("streams at once");
    }

    /** Streams all of {@code rich} as objects: nulls, arrays, JSON and long text. */
    default long streamRich() throws Exception {
        throw none("rich rows");
    }

    /** Inserts rows of {@link Rows} into {@code inserted}, in one transaction; how many, or how many keys came back. */
    default long insert(int rows, boolean keys) throws Exception {
        throw none("insert");
    }

    /** Inserts the rows of {@link Rows}, by key, into {@code written}, or updates those that are there, in one transaction. */
    default long upsert(int rows) throws Exception {
        throw none("upsert");
    }

    /** Sets quantity and price of each row of {@code written} to those of {@link Rows}, by key, in one transaction. */
    default long update(int rows) throws Exception {
        throw none("update");
    }

    /** Reads {@code count} authors from the first on, with their books and the tags of these. */
    default long graph(long first, int count) throws Exception {
        throw none("graph");
    }

    /**
     * In one transaction: inserts parents and children as {@link UnitOfWork} says, and, when their keys are there, changes the first
     * children and deletes the last.
     */
    default void unitOfWork(UnitOfWork work) throws Exception {
        throw none("unit of work");
    }

    /** The SQL of the query of {@link Filters}, built anew. */
    default String render(Filters filters) throws Exception {
        throw none("render");
    }

    @Override
    void close();

    private static UnsupportedOperationException none(String work) {
        return new UnsupportedOperationException("no " + work);
    }
}
