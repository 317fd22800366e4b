/**
 * Who goes next: turns of those who ask at the same time. Uses nothing of Athanor. Not for users: the ORM's sessions take
 * turns as transactions do.
 */
@NullMarked
package io.athanor.order;

import org.jspecify.annotations.NullMarked;
