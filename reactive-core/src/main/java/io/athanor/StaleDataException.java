package io.athanor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that were to be changed or deleted are no more as they were read: somebody else has changed or deleted them meanwhile.
 * Read them anew, in a new transaction, and decide again.
 *
 * <pre>{@code
 * .doOnError(StaleDataException.class, stale -> stale.rows().forEach(row ->
 *     log.info("{} {}: read as version {}, is {} now", row.name(), row.key(), row.expectedVersion(), row.actualVersion())))
 * }</pre>
 */
public final class StaleDataException extends SessionException {
    private static final long serialVersionUID = 1L;

    private final transient List<StaleRow> rows;

    /** The {@code rows} are stale, as {@code message} says, which holds none of their values. */
    public StaleDataException(String message, List<StaleRow> rows) {
        super(message);
        this.rows = List.copyOf(rows);
    }

    /**
     * The rows that are stale, and no others; where that cannot be told (somebody else has written the very same, or has deleted
     * some of many that were to be deleted), all that may be. Empty after the exception itself was serialized.
     */
    public List<StaleRow> rows() {
        return rows == null ? List.of() : rows;
    }

    /** The objects whose rows are stale. */
    public List<Object> entities() {
        return rows().stream().map(StaleRow::entity).toList();
    }

    /** Whether the same work, done in a new transaction that reads anew, may succeed: always. */
    @Override
    public boolean isTransient() {
        return true;
    }

    /**
     * A row that is not as it was read.
     *
     * @param entity the object that was read from it
     * @param name the entity's name
     * @param key the values of its primary key
     * @param expectedVersion the version that the object has; null if its class has none
     * @param actualVersion the version that the row has; null if the row is gone
     */
    public record StaleRow(
            Object entity,
            String name,
            List<Object> key,
            @Nullable Object expectedVersion,
            @Nullable Object actualVersion) {
        /** Whether the row was deleted. */
        public boolean isGone() {
            return actualVersion == null;
        }

        /** The entity's name and what has happened; the values are the application's. */
        @Override
        public String toString() {
            return name + (isGone() ? " (deleted)" : " (changed)");
        }
    }
}
