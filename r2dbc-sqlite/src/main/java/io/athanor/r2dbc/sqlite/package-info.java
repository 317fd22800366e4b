/**
 * R2DBC for SQLite over {@code org.xerial:sqlite-jdbc}.
 *
 * <p>Every connection has one worker thread, and everything native happens on it. {@code Database}, {@code PreparedSql} and
 * {@code Cursor} are confined to that thread; {@code Interruption} is the one thing other threads may touch while it computes.
 *
 * <p>Uses the R2DBC SPI, Reactor and sqlite-jdbc, and nothing else of Athanor.
 */
@NullMarked
package io.athanor.r2dbc.sqlite;

import org.jspecify.annotations.NullMarked;
