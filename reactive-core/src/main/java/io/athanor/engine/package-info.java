/**
 * Running statements, and transactions: one connection, its operations in order, streaming that never hangs. Uses
 * {@code io.athanor} and everything from {@code .types} to {@code .pool}; knows drivers only through
 * {@link io.athanor.engine.DriverSupport}.
 */
@NullMarked
package io.athanor.engine;

import org.jspecify.annotations.NullMarked;
