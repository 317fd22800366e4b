package io.athanor;

import org.jspecify.annotations.Nullable;

/**
 * Anything that can go wrong in Athanor. The tree is sealed and the same on every database: what PostgreSQL calls
 * {@code 23505} and H2 calls {@code 23505} with another text is one {@link UniqueViolationException} here.
 *
 * <p>Messages name tables, columns, constraints, dialects and options. They never hold values.
 */
public abstract sealed class AthanorException extends RuntimeException
        permits ConfigurationException,
                ConnectionException,
                DatabaseException,
                PoolExhaustedException,
                ResultException,
                SessionException,
                StreamStalledException,
                UnsupportedByDialectException {
    private static final long serialVersionUID = 1L;

    AthanorException(String message) {
        super(message);
    }

    AthanorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether the same work may succeed when it is tried again, unchanged. */
    public boolean isTransient() {
        return false;
    }
}
