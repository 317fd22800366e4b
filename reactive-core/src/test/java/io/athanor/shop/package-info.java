/** Code of users of the language, outside of its own packages. */
@NullMarked
package io.athanor.shop;

import org.jspecify.annotations.NullMarked;
