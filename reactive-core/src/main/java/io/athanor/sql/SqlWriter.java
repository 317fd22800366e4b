package io.athanor.sql;

import io.athanor.types.SqlType;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One walk over a statement. A node says what it consists of and neither knows nor cares whether the walk writes SQL
 * text, computes the cache key or collects what a condition refers to.
 */
public interface SqlWriter {
    /** Keywords and punctuation, verbatim. The argument is a constant of the source code, never input. */
    SqlWriter word(String constant);

    /** An identifier, quoted as the dialect wants. */
    SqlWriter name(String identifier);

    /** A child; the dialect has the first chance to write it. */
    SqlWriter node(SqlNode child);

    /** A value, bound and never part of the text. */
    <T> SqlWriter bind(@Nullable T value, SqlType<T> type);

    /** A value that is made anew for each execution, bound like any other. */
    default <T> SqlWriter bindSupplied(Supplier<? extends T> value, SqlType<T> type) {
        return bind(value.get(), type);
    }

    /** A value written into the text, escaped: only where a database takes no parameter. */
    <T> SqlWriter literal(@Nullable T value, SqlType<T> type);

    /** Whether values stand in the text: where they do, in DDL, a query is allowed nowhere. */
    default boolean isInlined() {
        return false;
    }

    /** The name of a data type. */
    SqlWriter type(SqlType<?> type);

    /** The children one after another. */
    default SqlWriter list(List<? extends SqlNode> children, String separator) {
        for (int i = 0; i < children.size(); i++) {
            if (i > 0) {
                word(separator);
            }
            node(children.get(i));
        }
        return this;
    }

    /** A child expression, in parentheses if it binds more loosely than its parent. */
    default SqlWriter operand(Expression<?> child, Precedence parent) {
        return child.precedence().bindsLooserThan(parent)
                ? word("(").node(child).word(")")
                : node(child);
    }

    /** The right operand of an operator that is not associative: in parentheses if it binds no tighter. */
    default SqlWriter rightOperand(Expression<?> child, Precedence parent) {
        return parent.bindsLooserThan(child.precedence())
                ? node(child)
                : word("(").node(child).word(")");
    }
}
