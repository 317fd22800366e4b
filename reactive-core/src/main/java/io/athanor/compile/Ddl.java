package io.athanor.compile;

import io.athanor.dialect.Dialect;
import io.athanor.schema.CreateIndex;
import io.athanor.sql.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Definitions as text, to read, to keep, or for a migration tool.
 *
 * <pre>{@code
 * Files.writeString(path, Ddl.script(metaData.createAll(), new PostgresDialect()));
 * }</pre>
 */
public final class Ddl {
    private static final Logger LOGGER = LoggerFactory.getLogger(Ddl.class);

    private Ddl() {}

    /**
     * Those of the definitions that {@code dialect} needs, as it takes them: a database without enum types needs none
     * created, one without comments none said, and an index it cannot build is left out if it is not unique. The log tells
     * of such indexes.
     */
    public static List<Definition> needed(List<? extends Definition> definitions, Dialect dialect) {
        List<Definition> needed = new ArrayList<>(definitions.size());
        for (Definition definition : definitions) {
            if (dialect.needs(definition)) {
                needed.add(definition);
            } else if (definition instanceof CreateIndex index) {
                LOGGER.info(
                        "index {} is left out: {} cannot build it, and no result depends on it", index.name(), dialect);
            }
        }
        return dialect.arrange(needed);
    }

    /** The definitions that {@code dialect} needs, each as one statement without a semicolon. */
    public static List<String> statements(List<? extends Definition> definitions, Dialect dialect) {
        return needed(definitions, dialect).stream()
                .map(definition -> SqlText.inlined(definition, dialect))
                .toList();
    }

    /** The definitions that {@code dialect} needs as a script: each ends in a semicolon and a line break. */
    public static String script(List<? extends Definition> definitions, Dialect dialect) {
        return statements(definitions, dialect).stream().map(sql -> sql + ";\n").collect(Collectors.joining());
    }
}
