/**
 * The work that all contenders are put to: what a {@link Contender} is, the tables and values it works on, and the JVM in which one
 * is measured. Uses nothing but pgjdbc, so that each contender has a class path of its own.
 */
@NullMarked
package io.athanor.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
