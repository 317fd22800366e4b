package io.athanor.schema;

import io.athanor.ConfigurationException;
import io.athanor.sql.Sequence;
import io.athanor.sql.TableName;
import io.athanor.types.DataType;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names that can mean one thing only. What occupies storage shares one space of names in a schema (PostgreSQL's relations:
 * tables, sequences, types, indexes and the keys they serve), constraints and indexes another (H2, and a violation must
 * lead back to one table).
 */
final class NameChecks {
    private final Map<TableName, String> relations = new HashMap<>();
    private final Map<TableName, String> constraints = new HashMap<>();

    static void check(
            Collection<TableDefinition> tables,
            Collection<Sequence> sequences,
            Collection<DataType> enumTypes,
            @Nullable String schema) {
        NameChecks names = new NameChecks();
        tables.forEach(table -> names.relation(table.name(), "table " + table.name()));
        sequences.forEach(sequence ->
                names.relation(TableResolver.inSchema(sequence.name(), schema), "sequence " + sequence.name()));
        enumTypes.forEach(type -> names.relation(
                TableResolver.inSchema(TableName.of(type.typeName()), schema), "enum type " + type.typeName()));
        tables.forEach(names::ofTable);
    }

    private void ofTable(TableDefinition table) {
        for (ConstraintDefinition constraint : table.constraints()) {
            String owner = "a constraint of table " + table.name();
            constraint(named(table, constraint.name()), owner);
            if (constraint instanceof ConstraintDefinition.PrimaryKey
                    || constraint instanceof ConstraintDefinition.Unique) {
                relation(named(table, constraint.name()), owner);
            }
        }
        for (CreateIndex index : table.indexes()) {
            String owner = "an index of table " + table.name();
            constraint(named(table, index.name()), owner);
            relation(named(table, index.name()), owner);
        }
    }

    private static TableName named(TableDefinition table, ObjectName name) {
        return new TableName(table.name().schema(), name.text());
    }

    private void relation(TableName name, String owner) {
        requireNew(relations, name, owner);
    }

    private void constraint(TableName name, String owner) {
        requireNew(constraints, name, owner);
    }

    private static void requireNew(Map<TableName, String> known, TableName name, String owner) {
        String other = known.putIfAbsent(name, owner);
        if (other != null) {
            throw new ConfigurationException("the name " + name + " stands for " + other + " and for " + owner
                    + "; give one of them another name");
        }
    }
}
