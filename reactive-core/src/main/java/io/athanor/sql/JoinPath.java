package io.athanor.sql;

import java.util.List;

/** A relationship that knows the joins leading to its target. */
public interface JoinPath {
    /** The joins, in order. */
    List<Join> joins(Join.Kind kind);
}
