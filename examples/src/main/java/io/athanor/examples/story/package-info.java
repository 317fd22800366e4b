/** What the examples of the ORM have in common: a program told in steps, with the SQL of each. */
@NullMarked
package io.athanor.examples.story;

import org.jspecify.annotations.NullMarked;
