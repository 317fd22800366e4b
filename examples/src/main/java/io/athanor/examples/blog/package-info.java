/** A blog: articles, comments, tags, and authors with profiles. What the ORM does, and in which SQL, in one command. */
@NullMarked
package io.athanor.examples.blog;

import org.jspecify.annotations.NullMarked;
