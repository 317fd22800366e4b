package io.athanor;

/** A statement says what a database cannot do. Raised when the statement is compiled, before anything is sent. */
public final class UnsupportedByDialectException extends AthanorException {
    private static final long serialVersionUID = 1L;

    private final String dialect;
    private final String feature;

    public UnsupportedByDialectException(String dialect, String feature, String advice) {
        super(dialect + " does not support " + feature + (advice.isEmpty() ? "" : "; " + advice));
        this.dialect = dialect;
        this.feature = feature;
    }

    /** The name of the dialect, such as {@code H2}. */
    public String dialect() {
        return dialect;
    }

    /** What it cannot do. */
    public String feature() {
        return feature;
    }
}
