package io.athanor.orm.flush;

import io.athanor.sql.TypedTable;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * What a flush does, step by step. A pure value: the same changes make the same plan, without a database. Prints as {@code
 * insert author x1 / insert article x2 / link article_tags x3 / delete comment x1}.
 *
 * <p>Rows go before those that refer to them and leave after them. Deletes come first where they can, so that what was unique
 * in a row that goes is free for one that comes; a row that others must leave first goes when they have left.
 *
 * @param actions the steps, in order
 */
record Plan(List<Action> actions) {
    /**
     * The plan of {@code changes}.
     *
     * @param position the place of a table in an order by foreign keys
     */
    static Plan of(Changes changes, ToIntFunction<TypedTable<?>> position) {
        return new Planning(changes, position).plan();
    }

    @Override
    public String toString() {
        return actions.stream().map(Action::toString).collect(Collectors.joining(" / "));
    }
}
