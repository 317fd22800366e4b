/**
 * The grammar: all that recurses into itself. Tables, expressions, queries and changes are immutable values that write
 * themselves to a {@link io.athanor.sql.SqlWriter} in standard SQL; start with the static methods of {@link
 * io.athanor.sql.Sql}. Uses only {@code io.athanor} and {@code io.athanor.types}.
 */
@NullMarked
package io.athanor.sql;

import org.jspecify.annotations.NullMarked;
