/**
 * What all benchmarks on PostgreSQL share (the server they start, how they are run, what is counted beside time), and those
 * of Athanor's core beside the driver. Uses both, and JMH.
 */
@NullMarked
package io.athanor.benchmarks.core;

import org.jspecify.annotations.NullMarked;
