package io.athanor.testing.violation.pool;

import io.athanor.testing.violation.sql.UsesEngine;

/** Within the order of the layers, but a pool knows no SQL. */
public record PoolThatKnowsSql(UsesEngine sql) {}
