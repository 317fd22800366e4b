package io.athanor.orm.mapping;

import io.athanor.MappingException;
import io.athanor.orm.mapping.TableSpec.CheckSpec;
import io.athanor.sql.Functions;
import io.athanor.sql.Predicate;
import io.athanor.sql.Sql;
import io.athanor.types.Types;
import jakarta.persistence.CheckConstraint;
import java.util.Arrays;
import java.util.List;

/** Reads conditions that rows have to meet, which annotations say in the database's own SQL. */
final class CheckReader {
    private CheckReader() {}

    /** What is said at {@code place}. */
    static List<CheckSpec> read(String place, CheckConstraint... said) {
        return Arrays.stream(said).map(check -> read(place, check)).toList();
    }

    private static CheckSpec read(String place, CheckConstraint said) {
        if (!said.options().isEmpty() || said.constraint().isBlank()) {
            throw new MappingException(
                    place + ": @CheckConstraint has options, or no constraint; say a condition alone");
        }
        return new CheckSpec(said.name().isEmpty() ? null : said.name(), said.constraint());
    }

    /** A condition as it was written: the names in it are not quoted. */
    static Predicate condition(String text) {
        return Sql.condition(Functions.operator(text, Types.BOOLEAN));
    }
}
