/**
 * The coordinator: a server of its own, a JVM for each contender, measurements by turns, results checked, statements and round trips
 * counted by a proxy, and the table of it all. Uses the harness, and pgjdbc to look at the database from aside.
 */
@NullMarked
package io.athanor.benchmarks.peers.table;

import org.jspecify.annotations.NullMarked;
