/**
 * What drivers can do beyond the R2DBC SPI, one package for each; the engine finds them and never names them. A package
 * below this one uses {@code .engine} and its driver.
 */
@NullMarked
package io.athanor.driver;

import org.jspecify.annotations.NullMarked;
