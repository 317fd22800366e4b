/**
 * The ORM beside hand-written R2DBC on the same work, on PostgreSQL: a graph of entities read, and a unit of work written.
 * Uses both, and JMH. The database is that of {@code ATHANOR_BENCHMARK_URL}; its tables of the entities' names are dropped.
 */
@NullMarked
package io.athanor.benchmarks.orm;

import org.jspecify.annotations.NullMarked;
