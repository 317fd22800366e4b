package io.athanor;

/**
 * Rows were streaming, somebody waited for the same connection, and nobody took the rows: waiting on would have been
 * for ever. The message says what to do instead.
 */
public final class StreamStalledException extends AthanorException {
    private static final long serialVersionUID = 1L;

    public StreamStalledException(String message) {
        super(message);
    }
}
