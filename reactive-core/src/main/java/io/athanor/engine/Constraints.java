package io.athanor.engine;

import io.athanor.ConstraintViolationException.Violation;
import io.athanor.dialect.ErrorKind;

/** What the model knows of a constraint that a database reports. */
interface Constraints {
    /** Knows nothing. */
    Constraints UNKNOWN = (kind, violation) -> violation;

    /** The same violation with what the model can add: the constraint's name, its table's, its columns. */
    Violation complete(ErrorKind kind, Violation reported);
}
