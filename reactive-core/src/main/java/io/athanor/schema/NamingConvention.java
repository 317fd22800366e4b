package io.athanor.schema;

import io.athanor.ConfigurationException;
import io.athanor.sql.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How constraints and indexes are called that were given no name, so that their names are the same on every database and
 * can be understood when the database reports one. Each is a pattern:
 *
 * <ul>
 *   <li>{@code {table}} the table's name, {@code {schema}} its schema, empty if it says none;
 *   <li>{@code {columns}} the names of the columns, joined by {@code _};
 *   <li>{@code {target}} and {@code {target_columns}} the table and columns that a foreign key refers to.
 * </ul>
 *
 * Where two of one table would have the same name, the second ends in {@code _2}, in the order of declaration.
 *
 * @param primaryKey the pattern for primary keys
 * @param unique the pattern for unique constraints
 * @param foreignKey the pattern for foreign keys
 * @param check the pattern for checks
 * @param index the pattern for indexes
 */
public record NamingConvention(String primaryKey, String unique, String foreignKey, String check, String index) {
    private static final Pattern HOLE = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> OF_TABLES = Set.of("table", "schema", "columns");
    private static final Set<String> OF_FOREIGN_KEYS = Set.of("table", "schema", "columns", "target", "target_columns");

    /** {@code pk_emp}, {@code uq_emp_email}, {@code fk_emp_dept_id_dept}, {@code ck_emp_age}, {@code ix_emp_name}. */
    public static final NamingConvention STANDARD = new NamingConvention(
            "pk_{table}",
            "uq_{table}_{columns}",
            "fk_{table}_{columns}_{target}",
            "ck_{table}_{columns}",
            "ix_{table}_{columns}");

    /** Refuses patterns that are empty or have a hole that nothing fills. */
    public NamingConvention {
        requireKnown(primaryKey, OF_TABLES);
        requireKnown(unique, OF_TABLES);
        requireKnown(foreignKey, OF_FOREIGN_KEYS);
        requireKnown(check, OF_TABLES);
        requireKnown(index, OF_TABLES);
    }

    private static void requireKnown(String pattern, Set<String> known) {
        if (pattern.isEmpty()) {
            throw new ConfigurationException("a naming convention has no pattern that is empty; say pk_{table}");
        }
        HOLE.matcher(pattern)
                .results()
                .map(hole -> hole.group(1))
                .filter(hole -> !known.contains(hole))
                .forEach(hole -> {
                    throw new ConfigurationException("the naming convention's pattern " + pattern + " has {" + hole
                            + "}; it can have " + known.stream().sorted().toList());
                });
    }

    /** The same convention with other names for primary keys. */
    public NamingConvention primaryKeysAs(String pattern) {
        return new NamingConvention(pattern, unique, foreignKey, check, index);
    }

    /** The same convention with other names for unique constraints. */
    public NamingConvention uniqueKeysAs(String pattern) {
        return new NamingConvention(primaryKey, pattern, foreignKey, check, index);
    }

    /** The same convention with other names for foreign keys. */
    public NamingConvention foreignKeysAs(String pattern) {
        return new NamingConvention(primaryKey, unique, pattern, check, index);
    }

    /** The same convention with other names for checks. */
    public NamingConvention checksAs(String pattern) {
        return new NamingConvention(primaryKey, unique, foreignKey, pattern, index);
    }

    /** The same convention with other names for indexes. */
    public NamingConvention indexesAs(String pattern) {
        return new NamingConvention(primaryKey, unique, foreignKey, check, pattern);
    }

    static String fill(String pattern, TableName table, List<String> columns) {
        return fill(pattern, values(table, columns));
    }

    String foreignKeyOf(TableName table, List<String> columns, TableName target, List<String> targetColumns) {
        Map<String, String> values = new HashMap<>(values(table, columns));
        values.put("target", target.name());
        values.put("target_columns", String.join("_", targetColumns));
        return fill(foreignKey, values);
    }

    /** A check that mentions no column is known by its number. */
    private static Map<String, String> values(TableName table, List<String> columns) {
        String schema = table.schema();
        return Map.of(
                "table", table.name(),
                "schema", schema == null ? "" : schema,
                "columns", columns.isEmpty() ? "1" : String.join("_", columns));
    }

    private static String fill(String pattern, Map<String, String> values) {
        return HOLE.matcher(pattern)
                .replaceAll(hole -> Matcher.quoteReplacement(values.getOrDefault(hole.group(1), "")));
    }
}
