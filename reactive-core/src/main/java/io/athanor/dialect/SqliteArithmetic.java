package io.athanor.dialect;

import io.athanor.sql.Cast;
import io.athanor.sql.Column;
import io.athanor.sql.Expression;
import io.athanor.sql.Literal;
import io.athanor.sql.Op;
import io.athanor.sql.Operator;
import io.athanor.sql.Operators;
import io.athanor.sql.Param;
import io.athanor.sql.SqlWriter;
import io.athanor.types.DataType;
import io.athanor.types.DataType.Kind;
import io.athanor.types.Types;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Calculation with decimals. SQLite calculates in binary fractions, where {@code 0.1 + 0.2} is not {@code 0.3}: what has a
 * known number of digits after the point is rounded to it, and so is the decimal again.
 */
final class SqliteArithmetic {
    private static final int MAX_SCALE = 15;

    private SqliteArithmetic() {}

    /** Whether it was written, as a rounded result. */
    static boolean write(Op<?> op, SqlWriter out) {
        if (op.type().dataType().kind() != Kind.DECIMAL) {
            return false;
        }
        Operator operator = op.operator();
        if (operator.equals(Operators.MOD)) {
            remainder(op, out);
            return true;
        }
        Integer scale = isRounded(operator) ? scale(op) : null;
        if (scale == null || scale == 0) {
            return false;
        }
        out.word("round(");
        op.render(out);
        out.word(", ").bind(scale, Types.INTEGER).word(")");
        return true;
    }

    private static boolean isRounded(Operator operator) {
        return operator.equals(Operators.PLUS)
                || operator.equals(Operators.MINUS)
                || operator.equals(Operators.TIMES)
                || operator.equals(Operators.SUM_OF);
    }

    /** {@code %} is of whole numbers only. */
    private static void remainder(Op<?> op, SqlWriter out) {
        Expression<?> number = op.arguments().get(0);
        Expression<?> divisor = op.arguments().get(1);
        Integer scale = larger(scale(number), scale(divisor));
        out.word("round((").node(number).word(") - (").node(divisor).word(") * trunc(round((");
        out.node(number).word(") / iif((").node(divisor).word(") = 0, abs(-9223372036854775808), ");
        out.node(divisor)
                .word("), 9)), ")
                .bind(scale == null ? 9 : scale, Types.INTEGER)
                .word(")");
    }

    /** The digits after the point that a value can have; null if that is not known, or more than a number keeps. */
    static @Nullable Integer scale(Expression<?> expression) {
        Integer scale = known(expression);
        return scale == null || scale > MAX_SCALE ? null : scale;
    }

    private static @Nullable Integer known(Expression<?> expression) {
        DataType type = expression.type().dataType();
        if (type.isInteger()) {
            return 0;
        }
        if (expression instanceof Param<?> param && param.value() instanceof BigDecimal value) {
            return Math.max(0, value.scale());
        }
        if (expression instanceof Literal<?> literal && literal.value() instanceof BigDecimal value) {
            return Math.max(0, value.scale());
        }
        if (expression instanceof Column<?> || expression instanceof Cast<?>) {
            return type.scale() == null && expression instanceof Cast<?> cast ? ofCast(cast) : type.scale();
        }
        return expression instanceof Op<?> op ? ofOperation(op) : null;
    }

    private static @Nullable Integer ofCast(Cast<?> cast) {
        DataType source = cast.expression().type().dataType();
        return source.kind() == Kind.DECIMAL || source.isInteger() ? scale(cast.expression()) : null;
    }

    private static @Nullable Integer ofOperation(Op<?> op) {
        Operator operator = op.operator();
        if (operator.equals(Operators.PLUS) || operator.equals(Operators.MINUS)) {
            return larger(scale(op.arguments().get(0)), scale(op.arguments().get(1)));
        }
        if (operator.equals(Operators.TIMES)) {
            Integer left = scale(op.arguments().get(0));
            Integer right = scale(op.arguments().get(1));
            return left == null || right == null ? null : Integer.valueOf(left + right);
        }
        boolean same = operator.equals(Operators.SUM_OF)
                || operator.equals(Operators.NEGATE)
                || operator.equals(Operators.ABS)
                || operator.equals(Operators.MIN)
                || operator.equals(Operators.MAX);
        return same ? scale(op.arguments().get(0)) : null;
    }

    private static @Nullable Integer larger(@Nullable Integer one, @Nullable Integer other) {
        return one == null || other == null ? null : Integer.valueOf(Math.max(one, other));
    }
}
