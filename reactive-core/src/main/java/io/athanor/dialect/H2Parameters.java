package io.athanor.dialect;

import io.athanor.sql.Case;
import io.athanor.sql.Cast;
import io.athanor.sql.Expression;
import io.athanor.sql.Op;
import io.athanor.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * Bound values with their type. H2 knows a parameter's type from what stands beside it: it refuses a choice between
 * nothing but parameters, and cuts or rounds one to the size of the column it is chosen with.
 */
final class H2Parameters {
    private H2Parameters() {}

    static Expression<?> typed(Expression<?> expression) {
        return expression.isParameter() ? new Cast.Any<>(expression, Types.unsized(expression.type())) : expression;
    }

    static Op<?> typed(Op<?> op) {
        Expression<?>[] arguments =
                op.arguments().stream().map(H2Parameters::typed).toArray(Expression<?>[]::new);
        return (Op<?>) Op.of(op.operator(), op.type(), arguments);
    }

    static Case<?> typed(Case<?> choice) {
        @Nullable Expression<?> otherwise = choice.otherwise();
        return new Case.Any<>(
                choice.branches().stream()
                        .map(branch -> new Case.Branch(branch.condition(), typed(branch.value())))
                        .toList(),
                otherwise == null ? null : typed(otherwise),
                choice.type());
    }
}
