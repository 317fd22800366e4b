/**
 * Where databases differ: one class each, behind one seam, {@link io.athanor.dialect.Dialect#write}. Uses the language and
 * the schema; knows no driver's classes.
 */
@NullMarked
package io.athanor.dialect;

import org.jspecify.annotations.NullMarked;
