/**
 * The ORM beside the core and beside hand-written R2DBC on the same work, on PostgreSQL: entities and graphs of them read, and
 * a unit of work written. Uses all three, JMH and {@code .core}. Tables of the entities' names are dropped.
 */
@NullMarked
package io.athanor.benchmarks.orm;

import org.jspecify.annotations.NullMarked;
