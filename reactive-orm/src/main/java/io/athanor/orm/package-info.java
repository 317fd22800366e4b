/**
 * What users open: sessions over the entities of a model. Uses all packages below it but {@code .processor}.
 */
@NullMarked
package io.athanor.orm;

import org.jspecify.annotations.NullMarked;
