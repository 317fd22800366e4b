/** The client of Vert.x by hand. Uses the harness and Vert.x. */
@NullMarked
package io.athanor.benchmarks.peers.vertx;

import org.jspecify.annotations.NullMarked;
