package io.athanor.engine;

import io.athanor.dialect.Dialect;
import io.athanor.dialect.Feature;
import io.athanor.sql.Batch;
import io.athanor.sql.BatchBuffer;
import io.athanor.sql.BatchRows;

/**
 * When a chunk of a batch is full: whichever limit is met first.
 *
 * @param rows how many rows it has at most
 * @param elements how many elements the arrays among its values have together, about: some dialects bind each
 * @param bytes how much memory its values take, about
 */
record ChunkLimits(int rows, long elements, long bytes) {
    private static final int ROWS_IN_ARRAYS = 5000;
    private static final int PARAMETERS = 4000;
    private static final int BYTES = 1 << 20;

    /**
     * The limits for a database.
     *
     * @param parameters how many values one row binds
     */
    static ChunkLimits of(Batch<?> batch, BatchRows specimen, int parameters, Dialect dialect) {
        int wanted = batch.chunkSize();
        if (dialect.takesArrays(specimen)) {
            return new ChunkLimits(wanted > 0 ? wanted : ROWS_IN_ARRAYS, Long.MAX_VALUE, BYTES);
        }
        int half = dialect.maxParameters() / 2; // the other half is for elements of arrays
        int most = wanted > 0 ? half : Math.min(half, PARAMETERS);
        int fitting = Math.max(1, most / Math.max(1, parameters));
        int rows = dialect.supports(Feature.MULTI_ROW_INSERT) ? fitting : 1;
        return new ChunkLimits(wanted > 0 ? Math.min(wanted, rows) : rows, most, BYTES);
    }

    boolean reachedBy(BatchBuffer<?> buffer) {
        return buffer.rows() >= rows || buffer.elements() >= elements || buffer.bytes() >= bytes;
    }

    /** How many rows fit into what is left of {@code buffer}, at least one, if they are as wide as those before. */
    long room(BatchBuffer<?> buffer) {
        long fitting = (bytes - buffer.bytes()) / Math.max(1, buffer.bytesOfRow());
        return Math.max(1, Math.min(rows - buffer.rows(), fitting));
    }
}
