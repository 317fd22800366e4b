/** The SQLite driver beside plain sqlite-jdbc on the same work. Uses both, and JMH. */
@NullMarked
package io.athanor.benchmarks.sqlite;

import org.jspecify.annotations.NullMarked;
