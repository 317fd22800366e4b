package io.athanor.orm.mapping;

import io.athanor.MappingException;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ForeignKey;
import org.jspecify.annotations.Nullable;

/** Reads what is said of a foreign key's constraint. */
final class ForeignKeyReader {
    private ForeignKeyReader() {}

    /** Whether there is a constraint at all. */
    static boolean isConstraint(Attribute attribute, @Nullable ForeignKey said) {
        if (said == null) {
            return true;
        }
        if (!said.foreignKeyDefinition().isEmpty() || !said.options().isEmpty()) {
            throw attribute.error(
                    ForeignKey.class,
                    "has a foreignKeyDefinition or options, which Athanor cannot check; say NO_CONSTRAINT and create"
                            + " the constraint yourself");
        }
        return said.value() != ConstraintMode.NO_CONSTRAINT;
    }

    /** Whether there is one between the tables of a class. */
    static boolean isConstraint(String type, @Nullable ForeignKey said) {
        if (said != null
                && (!said.foreignKeyDefinition().isEmpty() || !said.options().isEmpty())) {
            throw new MappingException(
                    type + ": @ForeignKey has a foreignKeyDefinition or options, which Athanor cannot"
                            + " check; say NO_CONSTRAINT and create the constraint yourself");
        }
        return said == null || said.value() != ConstraintMode.NO_CONSTRAINT;
    }

    /** Its name, null to take it from the naming convention. */
    static @Nullable String name(@Nullable ForeignKey said) {
        return said == null || said.name().isEmpty() ? null : said.name();
    }
}
