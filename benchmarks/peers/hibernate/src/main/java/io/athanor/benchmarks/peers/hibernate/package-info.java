/**
 * Hibernate Reactive, by its API of stages, and Hibernate ORM: the same entities, batches of 100, keys from sequences in blocks. Uses the
 * harness and Hibernate.
 */
@NullMarked
package io.athanor.benchmarks.peers.hibernate;

import org.jspecify.annotations.NullMarked;
