/**
 * What the annotations of an entity mean: its table, its columns and where in the object their values are, its
 * relationships. Uses {@code reactive-core}; knows nothing of sessions.
 */
@NullMarked
package io.athanor.orm.mapping;

import org.jspecify.annotations.NullMarked;
