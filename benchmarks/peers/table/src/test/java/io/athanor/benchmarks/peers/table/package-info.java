@NullMarked
package io.athanor.benchmarks.peers.table;

import org.jspecify.annotations.NullMarked;
