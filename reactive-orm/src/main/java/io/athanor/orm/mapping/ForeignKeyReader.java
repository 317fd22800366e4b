package io.athanor.orm.mapping;

import io.athanor.MappingException;
import io.athanor.sql.ForeignKey.Action;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ForeignKey;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what is said of a foreign key's constraint. Of {@code options} it knows ON DELETE and ON UPDATE. */
final class ForeignKeyReader {
    private static final Pattern OPTION = Pattern.compile(
            "\\G\\s*on\\s+(?<event>delete|update)\\s+(?<action>cascade|restrict|no\\s+action|set\\s+null|set\\s+default)(?!\\w)\\s*",
            Pattern.CASE_INSENSITIVE);

    private ForeignKeyReader() {}

    /** Of the columns of an attribute. */
    static SaidForeignKey of(Attribute attribute, @Nullable ForeignKey said) {
        return of(said, problem -> attribute.error(ForeignKey.class, problem));
    }

    /** Between the tables of a class. */
    static SaidForeignKey of(String type, @Nullable ForeignKey said) {
        return of(said, problem -> new MappingException(type + ": @ForeignKey " + problem));
    }

    private static SaidForeignKey of(@Nullable ForeignKey said, Function<String, MappingException> error) {
        if (said == null) {
            return SaidForeignKey.NOTHING;
        }
        if (!said.foreignKeyDefinition().isEmpty()) {
            throw error.apply("has a foreignKeyDefinition, which Athanor cannot check; say ON DELETE and ON UPDATE by"
                    + " options, or NO_CONSTRAINT and create the constraint yourself");
        }
        String name = said.name().isEmpty() ? null : said.name();
        SaidForeignKey read = new SaidForeignKey(said.value() != ConstraintMode.NO_CONSTRAINT, name, null, null);
        return withOptions(read, said.options(), error);
    }

    private static SaidForeignKey withOptions(
            SaidForeignKey key, String options, Function<String, MappingException> error) {
        SaidForeignKey read = key;
        Matcher option = OPTION.matcher(options);
        int end = 0;
        while (option.find()) {
            String words = option.group("action").replaceAll("\\s+", "_").toUpperCase(Locale.ROOT);
            Action action = Action.valueOf(words);
            boolean isDelete = option.group("event").equalsIgnoreCase("delete");
            read = isDelete ? read.onDelete(action) : read.onUpdate(action);
            end = option.end();
        }
        if (end < options.strip().length()) {
            throw error.apply("has the options \"" + options + "\", of which Athanor knows ON DELETE and ON UPDATE with"
                    + " CASCADE, SET NULL, SET DEFAULT, RESTRICT or NO ACTION");
        }
        return read;
    }
}
