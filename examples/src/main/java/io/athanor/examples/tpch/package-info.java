/** The TPC-H benchmark's tables, their generated data, and its queries in the expression language. */
@NullMarked
package io.athanor.examples.tpch;

import org.jspecify.annotations.NullMarked;
