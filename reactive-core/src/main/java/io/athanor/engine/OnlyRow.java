package io.athanor.engine;

import io.athanor.ResultException;
import io.athanor.compile.BoundStatement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The row of a statement that may have one at most. Confined to one subscription. */
final class OnlyRow<R> {
    private final BoundStatement statement;
    private boolean isFound;
    private @Nullable R row;

    OnlyRow(BoundStatement statement) {
        this.statement = statement;
    }

    /** Takes a row; an error for the second, which ends the statement. */
    void add(Optional<R> next) {
        if (isFound) {
            throw new ResultException("one() got more than one row; add limit(1), or use stream(): " + statement);
        }
        isFound = true;
        row = next.orElse(null);
    }

    /** The row, null if there was none or all of it is NULL. */
    @Nullable
    R row() {
        return row;
    }
}
