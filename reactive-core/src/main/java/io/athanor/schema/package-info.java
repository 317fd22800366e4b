/**
 * Tables as a whole, and their DDL: in dependency order, with names by convention. Uses only {@code io.athanor}, {@code
 * io.athanor.types} and {@code io.athanor.sql}.
 */
@NullMarked
package io.athanor.schema;

import org.jspecify.annotations.NullMarked;
