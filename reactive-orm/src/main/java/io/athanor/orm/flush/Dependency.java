package io.athanor.orm.flush;

/**
 * One row has to be written after another.
 *
 * @param row the later one
 * @param needed the earlier one
 * @param isBreakable whether it could do without at first: its foreign key may be NULL
 */
record Dependency<N>(N row, N needed, boolean isBreakable) {}
