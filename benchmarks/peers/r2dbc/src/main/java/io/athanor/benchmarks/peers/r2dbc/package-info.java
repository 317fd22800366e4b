/**
 * The driver itself: as its documentation shows it, and as cleverly as it allows. Whoever runs on it or on Reactor shares the loops of
 * {@link io.athanor.benchmarks.peers.r2dbc.ReactorContender}. Uses the harness, Reactor, the driver and r2dbc-pool.
 */
@NullMarked
package io.athanor.benchmarks.peers.r2dbc;

import org.jspecify.annotations.NullMarked;
