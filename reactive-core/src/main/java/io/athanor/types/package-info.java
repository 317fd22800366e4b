/**
 * A Java value on one side, a SQL type on the other. Knows nothing of SQL text, statements or drivers; uses only {@code
 * io.athanor}.
 */
@NullMarked
package io.athanor.types;

import org.jspecify.annotations.NullMarked;
