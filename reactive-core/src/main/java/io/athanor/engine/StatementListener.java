package io.athanor.engine;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is told of every statement an engine runs, on the thread that runs it: it must not block. What it throws is logged and
 * changes nothing.
 */
public interface StatementListener {
    /** A statement is about to be sent. */
    default void before(Execution execution) {}

    /** A statement has ended. */
    default void after(Execution execution, Outcome outcome) {}

    /**
     * One run of a statement.
     *
     * @param sql the text, with markers in place of values
     * @param parameters how many values are bound
     * @param values the values as the driver takes them; empty unless the engine was built to show them
     */
    record Execution(String sql, int parameters, List<Object> values) {}

    /**
     * How a statement ended.
     *
     * @param duration since it was asked for, its wait for other statements on the connection included
     * @param rows how many rows were returned or changed
     * @param failure why it failed; null if it did not
     * @param cancelled whether its subscriber gave it up
     */
    record Outcome(Duration duration, long rows, @Nullable Throwable failure, boolean cancelled) {}
}
