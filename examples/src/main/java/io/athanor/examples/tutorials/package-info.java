/**
 * The four relationships, each with its cascades, as short programs: one-to-many (articles and comments), many-to-one
 * (tires and cars), one-to-one (a person and a mobile phone), many-to-many (students and classes).
 */
@NullMarked
package io.athanor.examples.tutorials;

import org.jspecify.annotations.NullMarked;
