package io.athanor.engine;

import io.athanor.ConstraintViolationException.Violation;

/** What the model knows of a constraint whose name a database reports. */
interface Constraints {
    /** Knows nothing. */
    Constraints UNKNOWN = violation -> violation;

    /** The same violation with what the model can add: its table's name, its columns. */
    Violation complete(Violation reported);
}
