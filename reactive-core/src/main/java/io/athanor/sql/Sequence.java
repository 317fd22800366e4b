package io.athanor.sql;

import io.athanor.ConfigurationException;
import io.athanor.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of the schema, as a value to declare, to take numbers from and to be the default of a column.
 *
 * @param name its name, with or without a schema
 * @param start the first number, null for 1
 * @param increment the distance between numbers, null for 1
 */
public record Sequence(TableName name, @Nullable Long start, @Nullable Long increment) {
    /** Refuses a distance of 0. */
    public Sequence {
        if (increment != null && increment == 0) {
            throw new ConfigurationException("sequence " + name + " has the increment 0; it takes any other number");
        }
    }

    /** A sequence that starts at 1 in steps of 1. */
    public static Sequence named(String name) {
        return new Sequence(TableName.of(name), null, null);
    }

    /** The same sequence with another first number. */
    public Sequence startingWith(long first) {
        return new Sequence(name, first, increment);
    }

    /** The same sequence with another distance. */
    public Sequence incrementedBy(long distance) {
        return new Sequence(name, start, distance);
    }

    /** {@code next value for "name"}. */
    public NumberExpression<Long> nextValue() {
        return Typed.number(new NextValue<>(this, Types.BIGINT));
    }
}
