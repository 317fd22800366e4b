package io.athanor.schema;

import io.athanor.sql.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The constraints and unique indexes of a {@link MetaData} by the names they have in one kind of database: from the name
 * that a database reports back to table and columns. Immutable.
 */
public final class ConstraintIndex {
    private final Map<String, List<Entry>> byName;

    private ConstraintIndex(Map<String, List<Entry>> byName) {
        this.byName = byName;
    }

    static ConstraintIndex of(Collection<TableDefinition> tables, int maxIdentifierLength) {
        Map<String, List<Entry>> byName = new HashMap<>();
        for (TableDefinition table : tables) {
            for (ConstraintDefinition constraint : table.constraints()) {
                String name = constraint.name().fitting(maxIdentifierLength);
                add(new Entry(kindOf(constraint), name, table.name(), constraint.columns()), byName);
            }
            for (CreateIndex index : table.indexes()) {
                if (index.index().isUnique()) {
                    String name = index.name().fitting(maxIdentifierLength);
                    add(new Entry(Kind.UNIQUE, name, table.name(), columns(index)), byName);
                }
            }
        }
        return new ConstraintIndex(Map.copyOf(byName));
    }

    private static void add(Entry entry, Map<String, List<Entry>> byName) {
        byName.computeIfAbsent(entry.name(), unused -> new ArrayList<>()).add(entry);
    }

    private static Kind kindOf(ConstraintDefinition constraint) {
        if (constraint instanceof ConstraintDefinition.PrimaryKey) {
            return Kind.PRIMARY_KEY;
        }
        if (constraint instanceof ConstraintDefinition.ForeignKey) {
            return Kind.FOREIGN_KEY;
        }
        return constraint instanceof ConstraintDefinition.Unique ? Kind.UNIQUE : Kind.CHECK;
    }

    private static List<String> columns(CreateIndex index) {
        return index.index().keys().stream()
                .flatMap(key -> Mentions.in(key.expression()).columns().stream())
                .<String>map(column -> column.name())
                .distinct()
                .toList();
    }

    /** The constraint of this name; null if there is none, or one in each of several schemas. */
    public @Nullable Entry find(String name) {
        List<Entry> found = byName.getOrDefault(name, List.of());
        return found.size() == 1 ? found.get(0) : null;
    }

    /** The constraint of this name of a table of this name in this schema; null if there is none. */
    public @Nullable Entry find(String schema, String table, String name) {
        for (Entry entry : byName.getOrDefault(name, List.of())) {
            String named = entry.table().schema();
            if (entry.table().name().equals(table) && (named == null || named.equals(schema))) {
                return entry;
            }
        }
        return null;
    }

    /** All constraints of a table of this name, in whatever schema. */
    public List<Entry> of(String table) {
        return byName.values().stream()
                .flatMap(List::stream)
                .filter(entry -> entry.table().name().equals(table))
                .toList();
    }

    /** What a constraint is. */
    public enum Kind {
        PRIMARY_KEY,
        UNIQUE,
        FOREIGN_KEY,
        CHECK
    }

    /**
     * A constraint, or a unique index.
     *
     * @param kind what it is
     * @param name its name in the database
     * @param table its table
     * @param columns the columns it is over; of a check or an index over expressions those it mentions
     */
    public record Entry(Kind kind, String name, TableName table, List<String> columns) {}
}
