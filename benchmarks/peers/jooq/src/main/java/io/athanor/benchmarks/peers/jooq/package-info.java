/** jOOQ over R2DBC. Uses it, and the loops that all contenders on Reactor share. */
@NullMarked
package io.athanor.benchmarks.peers.jooq;

import org.jspecify.annotations.NullMarked;
