/**
 * Every type in every position on real databases: {@link io.athanor.types.compliance.TypeCompliance} and its kin,
 * implemented once for each database and mode of its driver. Uses the language, the dialects and the compiler, no engine.
 */
@NullMarked
package io.athanor.types.compliance;

import org.jspecify.annotations.NullMarked;
