package io.athanor.sql;

import io.athanor.ConfigurationException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key of one or more columns.
 *
 * <pre>{@code
 * constraint(foreignKey(orderId, lineNumber).references(() -> List.of(LINES.orderId, LINES.number)).onDelete(CASCADE));
 * }</pre>
 *
 * @param name its name; null to take it from the naming convention
 * @param columns the columns that refer
 * @param target the columns referred to, asked for when all tables are declared
 * @param actions what happens when the target changes or goes
 */
public record ForeignKey(
        @Nullable String name, List<Column<?>> columns, Supplier<? extends List<Column<?>>> target, Actions actions)
        implements Constraint {

    /** The same foreign key under a name of its own. */
    public ForeignKey named(String constraintName) {
        return new ForeignKey(constraintName, columns, target, actions);
    }

    /** The same foreign key with ON DELETE. */
    public ForeignKey onDelete(Action action) {
        return new ForeignKey(name, columns, target, actions.onDelete(action));
    }

    /** The same foreign key with ON UPDATE. */
    public ForeignKey onUpdate(Action action) {
        return new ForeignKey(name, columns, target, actions.onUpdate(action));
    }

    /** The same foreign key, checked at the end of the transaction. */
    public ForeignKey deferred() {
        return new ForeignKey(name, columns, target, actions.deferred());
    }

    /** The columns referred to: as many, of one table, or an error. */
    public List<Column<?>> targetColumns() {
        List<Column<?>> targets = List.copyOf(target.get());
        if (targets.size() != columns.size()) {
            throw new ConfigurationException("foreign key " + columns + " has " + columns.size()
                    + " columns and refers to " + targets.size() + ": " + targets);
        }
        if (targets.stream().map(Column::source).distinct().count() != 1) {
            throw new ConfigurationException(
                    "foreign key " + columns + " refers to columns that are not of one table: " + targets);
        }
        return targets;
    }

    /** The table referred to. */
    public TypedTable<?> targetTable() {
        TypedTable<?> table = targetColumns().get(0).source().table();
        if (table != null) {
            return table;
        }
        throw new ConfigurationException("foreign key " + columns + " refers to what is no table: " + targetColumns());
    }

    /** What happens to the rows that refer when the row referred to changes or goes. */
    public enum Action {
        NO_ACTION("no action"),
        RESTRICT("restrict"),
        CASCADE("cascade"),
        SET_NULL("set null"),
        SET_DEFAULT("set default");

        private final String words;

        Action(String words) {
            this.words = words;
        }

        /** The action in SQL. */
        public String words() {
            return words;
        }
    }

    /**
     * What is said of a foreign key besides its columns.
     *
     * @param delete ON DELETE, null for the database's default
     * @param update ON UPDATE, null for the database's default
     * @param isDeferred whether it is checked at the end of the transaction
     */
    public record Actions(@Nullable Action delete, @Nullable Action update, boolean isDeferred) {
        static final Actions NONE = new Actions(null, null, false);

        Actions onDelete(Action action) {
            return new Actions(action, update, isDeferred);
        }

        Actions onUpdate(Action action) {
            return new Actions(delete, action, isDeferred);
        }

        Actions deferred() {
            return new Actions(delete, update, true);
        }
    }
}
