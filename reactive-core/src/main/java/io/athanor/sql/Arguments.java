package io.athanor.sql;

/** Arguments of a function that takes one or more. */
final class Arguments {
    private Arguments() {}

    static Expression<?>[] of(Expression<?> first, Expression<?>[] more) {
        Expression<?>[] all = new Expression<?>[more.length + 1];
        all[0] = first;
        System.arraycopy(more, 0, all, 1, more.length);
        return all;
    }
}
