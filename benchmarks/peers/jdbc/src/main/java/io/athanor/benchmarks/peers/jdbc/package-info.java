/** JDBC by hand, for orientation. Uses the harness, pgjdbc and HikariCP. */
@NullMarked
package io.athanor.benchmarks.peers.jdbc;

import org.jspecify.annotations.NullMarked;
