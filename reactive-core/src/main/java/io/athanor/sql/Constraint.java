package io.athanor.sql;

import io.athanor.ConfigurationException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A constraint of a table. Import the factories statically. */
public sealed interface Constraint permits Constraint.PrimaryKey, Constraint.Unique, Constraint.Check, ForeignKey {
    /** Its name; null to take it from the naming convention. */
    @Nullable
    String name();

    /** A primary key of several columns. */
    static PrimaryKey primaryKeyOf(Column<?>... columns) {
        return new PrimaryKey(null, List.of(columns));
    }

    /** No two rows have the same values in all of {@code columns}. */
    static Unique uniqueOver(Column<?>... columns) {
        return new Unique(null, List.of(columns));
    }

    /** A condition that every row meets. */
    static Check checkThat(Predicate condition) {
        return new Check(null, condition);
    }

    /** The referring side of a foreign key of several columns; say {@code references} next. */
    static ForeignKeyFrom foreignKey(Column<?>... columns) {
        return new ForeignKeyFrom(List.of(columns));
    }

    /**
     * A primary key.
     *
     * @param name its name; null to take it from the naming convention
     * @param columns its columns
     */
    record PrimaryKey(@Nullable String name, List<Column<?>> columns) implements Constraint {
        /** The same key under a name of its own. */
        public PrimaryKey named(String constraintName) {
            return new PrimaryKey(constraintName, columns);
        }
    }

    /**
     * A unique key.
     *
     * @param name its name; null to take it from the naming convention
     * @param columns its columns
     */
    record Unique(@Nullable String name, List<Column<?>> columns) implements Constraint {
        /** The same key under a name of its own. */
        public Unique named(String constraintName) {
            return new Unique(constraintName, columns);
        }
    }

    /**
     * A condition that every row meets.
     *
     * @param name its name; null to take it from the naming convention
     * @param condition the condition
     */
    record Check(@Nullable String name, Predicate condition) implements Constraint {
        /** The same condition under a name of its own. */
        public Check named(String constraintName) {
            return new Check(constraintName, condition);
        }
    }

    /**
     * A foreign key that does not yet say what it refers to.
     *
     * @param columns the columns that refer
     */
    record ForeignKeyFrom(List<Column<?>> columns) {
        /** To columns of a table declared before. */
        public ForeignKey references(Column<?>... targets) {
            if (Arrays.asList(targets).contains(null)) {
                throw new ConfigurationException("foreign key " + columns
                        + " refers to a column that is not declared yet; use references(() -> List.of(…))");
            }
            return references(() -> List.of(targets));
        }

        /** To columns of the same table or of one declared later. */
        public ForeignKey references(Supplier<? extends List<Column<?>>> targets) {
            return new ForeignKey(null, columns, targets, ForeignKey.Actions.NONE);
        }
    }
}
