/** Breaks the rules of the architecture, so that {@code ArchitectureTest} can show that they are able to fail. */
@NullMarked
package io.athanor.testing.violation.engine;

import org.jspecify.annotations.NullMarked;
