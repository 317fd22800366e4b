package io.athanor.testing.violation.sql;

import io.athanor.testing.violation.engine.UsesSql;

/** A layer that uses one above it. */
public record UsesEngine(UsesSql engine) {}
