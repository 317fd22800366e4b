/** Spring Data R2DBC. Uses it, and the loops that all contenders on Reactor share. */
@NullMarked
package io.athanor.benchmarks.peers.spring;

import org.jspecify.annotations.NullMarked;
