package io.athanor.examples.story;

import io.athanor.engine.StatementListener;
import java.io.PrintStream;

/** Prints each statement as it is sent. */
final class SqlPrinter implements StatementListener {
    private final PrintStream out;

    SqlPrinter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void before(Execution execution) {
        out.println("    " + execution.sql());
    }
}
