/**
 * What the tests of every module share: real databases, a recorder of what reaches them, and the rules of the
 * architecture. Published in the module's test jar.
 */
@NullMarked
package io.athanor.testing;

import org.jspecify.annotations.NullMarked;
