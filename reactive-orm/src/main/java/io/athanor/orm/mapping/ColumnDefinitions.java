package io.athanor.orm.mapping;

import io.athanor.types.SqlType;
import io.athanor.types.Types;
import jakarta.persistence.Column;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The {@code columnDefinition} of an annotation: a type in the database's own SQL. */
final class ColumnDefinitions {
    private static final Pattern TYPE = Pattern.compile(
            "[a-z_][a-z0-9_]*( (precision|varying|large object))?( ?\\([0-9]+( ?, ?[0-9]+)?\\))?( with(out)? time zone)?");
    private static final Set<String> TEXTS = Set.of("text", "clob", "character large object", "mediumtext", "longtext");
    private static final Set<String> BINARIES = Set.of("bytea", "blob", "binary large object");

    private ColumnDefinitions() {}

    static SqlType<?> type(Attribute attribute, String definition, Class<?> type) {
        String lower = definition.strip().toLowerCase(Locale.ROOT);
        if (type == String.class && TEXTS.contains(lower)) {
            return Types.TEXT;
        }
        if (type == String.class && lower.startsWith("json")) {
            return lower.equals("jsonb") ? Types.JSONB : Types.JSON;
        }
        if (type == byte[].class && BINARIES.contains(lower)) {
            return Types.BINARY;
        }
        if (!TYPE.matcher(lower).matches()) {
            throw attribute.error(
                    Column.class,
                    "has the columnDefinition \"" + definition
                            + "\", which is more than a type; say the rest by nullable, unique, check and comment");
        }
        return Types.other(definition.strip(), type);
    }
}
