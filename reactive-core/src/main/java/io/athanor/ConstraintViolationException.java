package io.athanor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row would break a constraint. Names the constraint, its table and its columns as far as they are known. */
public abstract sealed class ConstraintViolationException extends DatabaseException
        permits CheckViolationException,
                ForeignKeyViolationException,
                NotNullViolationException,
                UniqueViolationException {
    private static final long serialVersionUID = 1L;

    private final Violation violation;

    ConstraintViolationException(String message, Violation violation, Origin origin, @Nullable Throwable cause) {
        super(message, origin, cause);
        this.violation = violation;
    }

    /** The constraint's name in the database, null if it was not said. */
    public final @Nullable String constraint() {
        return violation.constraint();
    }

    /** The table's name, null if it was not said. */
    public final @Nullable String table() {
        return violation.table();
    }

    /** The columns of the constraint, empty if they are not known. */
    public final List<String> columns() {
        return violation.columns();
    }

    /**
     * What was violated.
     *
     * @param constraint the constraint's name in the database
     * @param table the table's name
     * @param columns the columns of the constraint, empty if they are not known
     */
    public record Violation(@Nullable String constraint, @Nullable String table, List<String> columns)
            implements java.io.Serializable {}
}
