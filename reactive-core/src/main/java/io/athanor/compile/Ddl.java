package io.athanor.compile;

import io.athanor.dialect.Dialect;
import io.athanor.sql.Definition;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Definitions as text, to read, to keep, or for a migration tool.
 *
 * <pre>{@code
 * Files.writeString(path, Ddl.script(metaData.createAll(), new PostgresDialect()));
 * }</pre>
 */
public final class Ddl {
    private Ddl() {}

    /** The definitions that {@code dialect} needs, each as one statement without a semicolon. */
    public static List<String> statements(List<? extends Definition> definitions, Dialect dialect) {
        return definitions.stream()
                .filter(dialect::needs)
                .map(definition -> SqlText.inlined(definition, dialect))
                .toList();
    }

    /** The definitions that {@code dialect} needs as a script: each ends in a semicolon and a line break. */
    public static String script(List<? extends Definition> definitions, Dialect dialect) {
        return statements(definitions, dialect).stream().map(sql -> sql + ";\n").collect(Collectors.joining());
    }
}
