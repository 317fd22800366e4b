/** The tour: what Athanor does, on real data, in one command. */
@NullMarked
package io.athanor.examples.tour;

import org.jspecify.annotations.NullMarked;
