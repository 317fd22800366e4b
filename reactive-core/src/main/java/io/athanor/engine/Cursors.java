package io.athanor.engine;

/** How a database spells a cursor that lives inside a transaction and can be read between other statements. */
public interface Cursors {
    /** Opens a cursor over a query; the query's markers stay where they are. */
    String declare(String name, String query);

    /** Reads the next rows, at most so many. */
    String fetch(String name, int rows);

    /** Closes it. */
    String close(String name);
}
