/**
 * From a statement to what a driver takes, cached: {@link io.athanor.compile.StatementCompiler}. Two walks over the same
 * nodes, one for text and one for the cache's key, so that they cannot disagree. Uses the language and dialects.
 */
@NullMarked
package io.athanor.compile;

import org.jspecify.annotations.NullMarked;
