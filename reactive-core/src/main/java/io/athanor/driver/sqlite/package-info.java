/**
 * What r2dbc-sqlite can do beyond the SPI: transactions that lock for writing when they begin, and databases in memory that
 * last as long as their engine. Used when that driver is present.
 */
@NullMarked
package io.athanor.driver.sqlite;

import org.jspecify.annotations.NullMarked;
