package io.athanor.engine;

import io.athanor.DatabaseException.InputRange;
import io.athanor.sql.Insert;

/**
 * Rows of a batch that are one statement.
 *
 * @param insert the statement
 * @param input where they are in the input
 */
record Chunk(Insert insert, InputRange input) {}
