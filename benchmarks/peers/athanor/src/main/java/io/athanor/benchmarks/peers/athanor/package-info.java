/**
 * Athanor as its users write it: the core's tables and statements, and the ORM's entities and sessions. Uses the ORM and the loops that all
 * contenders on Reactor share.
 */
@NullMarked
package io.athanor.benchmarks.peers.athanor;

import org.jspecify.annotations.NullMarked;
