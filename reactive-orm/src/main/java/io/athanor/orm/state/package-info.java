/**
 * What a session knows of its entities: one object per key, the values last known of its row, its status. Uses
 * {@code .mapping}.
 */
@NullMarked
package io.athanor.orm.state;

import org.jspecify.annotations.NullMarked;
