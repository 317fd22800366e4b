/**
 * The unit of work: what changed, in which order and in which statements it is written. Uses {@code .mapping} and
 * {@code .state}.
 */
@NullMarked
package io.athanor.orm.flush;

import org.jspecify.annotations.NullMarked;
