/**
 * Generates the typed table of each entity while it is compiled. Uses the JDK only, and knows annotations and generated
 * names by their text: it runs in the compiler, where neither they nor the rest of this library need be present.
 */
@NullMarked
package io.athanor.orm.processor;

import org.jspecify.annotations.NullMarked;
