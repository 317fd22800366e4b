/** What r2dbc-postgresql can do beyond the SPI. Used when that driver is present. */
@NullMarked
package io.athanor.driver.postgresql;

import org.jspecify.annotations.NullMarked;
