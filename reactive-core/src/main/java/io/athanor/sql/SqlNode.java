package io.athanor.sql;

/** Anything that can write itself as standard SQL. A dialect may write it otherwise. */
public interface SqlNode {
    /** Says to {@code out} what this consists of, in standard SQL. */
    void render(SqlWriter out);
}
