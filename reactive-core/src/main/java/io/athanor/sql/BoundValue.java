package io.athanor.sql;

/**
 * A value that travels beside the text. Databases that guess the type of a parameter inside an expression want it cast.
 *
 * @param <T> the Java type of the value
 */
public sealed interface BoundValue<T> extends Expression<T> permits Param, Supplied {}
