/** What can go wrong: one sealed tree of exceptions, the same on every database. Uses nothing else of Athanor. */
@NullMarked
package io.athanor;

import org.jspecify.annotations.NullMarked;
