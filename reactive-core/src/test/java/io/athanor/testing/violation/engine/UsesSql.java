package io.athanor.testing.violation.engine;

import io.athanor.testing.violation.sql.UsesEngine;
import org.jspecify.annotations.Nullable;

/** The other half of a cycle. */
public record UsesSql(@Nullable UsesEngine sql) {}
