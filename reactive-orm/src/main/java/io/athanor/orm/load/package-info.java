/**
 * Bringing rows and related rows into a session. Uses {@code .mapping} and {@code .state}.
 */
@NullMarked
package io.athanor.orm.load;

import org.jspecify.annotations.NullMarked;
