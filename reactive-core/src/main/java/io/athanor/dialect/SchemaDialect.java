package io.athanor.dialect;

import io.athanor.UnsupportedByDialectException;
import io.athanor.schema.AddForeignKey;
import io.athanor.schema.ColumnCollation;
import io.athanor.schema.ColumnDefinition;
import io.athanor.schema.ColumnType;
import io.athanor.schema.CommentOn;
import io.athanor.schema.ComputedColumn;
import io.athanor.schema.ConstraintDefinition;
import io.athanor.schema.CreateEnumType;
import io.athanor.schema.CreateIndex;
import io.athanor.schema.CreateSchema;
import io.athanor.schema.CreateSequence;
import io.athanor.schema.CreateTable;
import io.athanor.schema.DropConstraint;
import io.athanor.schema.DropEnumType;
import io.athanor.schema.DropSequence;
import io.athanor.schema.ObjectName;
import io.athanor.schema.SchemaObject;
import io.athanor.schema.Unqualified;
import io.athanor.sql.Column;
import io.athanor.sql.ColumnOption;
import io.athanor.sql.Definition;
import io.athanor.sql.Query;
import io.athanor.sql.SqlNode;
import io.athanor.sql.SqlWriter;
import io.athanor.sql.TableName;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a database can do, and where it differs in how a schema is defined: the half of a {@link Dialect} about DDL. */
abstract class SchemaDialect {
    private final String name;
    private final Set<Feature> features;

    SchemaDialect(String name, Set<Feature> features) {
        this.name = name;
        this.features = Set.copyOf(features);
    }

    /** The name as in messages, such as {@code PostgreSQL}. */
    public final String name() {
        return name;
    }

    /** Whether the database can do this. */
    public final boolean supports(Feature feature) {
        return features.contains(feature);
    }

    /** An error that names this dialect and the feature, unless it has it. */
    public final void require(Feature feature, String advice) {
        if (!supports(feature)) {
            throw new UnsupportedByDialectException(name, feature.words(), advice);
        }
    }

    /** Writes a node of the language. */
    public abstract void write(SqlNode node, SqlWriter out);

    /** How many bytes a name has at most, in UTF-8; longer ones are cut by the database, or refused. */
    public int maxIdentifierLength() {
        return 128;
    }

    /** Whether the database has what {@code definition} is about; if not, it is skipped: nothing is missing without it. */
    public final boolean needs(Definition definition) {
        if (definition instanceof CreateIndex index) {
            return index.index().isUnique() || lacks(index) == null;
        }
        if (definition instanceof CreateEnumType || definition instanceof DropEnumType) {
            return supports(Feature.CREATED_ENUM_TYPES);
        }
        return !(definition instanceof CommentOn) || supports(Feature.COMMENTS);
    }

    /** The definitions with foreign keys where the database takes them. */
    public final List<Definition> arrange(List<Definition> definitions) {
        return supports(Feature.ALTER_CONSTRAINTS) ? definitions : InlineForeignKeys.in(definitions);
    }

    /** The feature that keeps the database from building an index, null if it can. Without INCLUDE an index is one too. */
    public final @Nullable Feature lacks(CreateIndex index) {
        if (!supports(Feature.FUNCTIONAL_INDEX)
                && !index.index().keys().stream().allMatch(key -> key.expression() instanceof Column)) {
            return Feature.FUNCTIONAL_INDEX;
        }
        boolean isPartial = index.index().condition() != null;
        return isPartial && !supports(Feature.PARTIAL_INDEX) ? Feature.PARTIAL_INDEX : null;
    }

    /** The query that finds the tables, sequences and enum types that exist, in all schemas but the database's own. */
    public Query<SchemaObject> schemaObjects() {
        return ExistingObjects.standard();
    }

    /** Writes a part of a definition: the single place that lists all of DDL on which databases differ. */
    final void define(SqlNode node, SqlWriter out) {
        if (node instanceof Unqualified expression) {
            expression.render(out, this::write);
        } else if (node instanceof ObjectName objectName) {
            out.name(objectName.fitting(maxIdentifierLength()));
        } else if (node instanceof CreateTable table) {
            createTable(table, out);
        } else if (node instanceof ColumnDefinition column) {
            columnDefinition(column, out);
        } else if (node instanceof ColumnType type) {
            columnType(type, out);
        } else if (node instanceof ColumnCollation collation) {
            columnCollation(collation, out);
        } else if (node instanceof ComputedColumn computed) {
            computedColumn(computed, out);
        } else if (node instanceof ConstraintDefinition constraint) {
            constraint(constraint, out);
        } else if (node instanceof CreateIndex index) {
            createIndex(index, out);
        } else {
            requireDefinition(node);
            node.render(out);
        }
    }

    private void requireDefinition(SqlNode definition) {
        if (definition instanceof CreateSequence sequence) {
            requireSequences(sequence.sequence().name());
        } else if (definition instanceof DropSequence sequence) {
            requireSequences(sequence.name());
        } else if (definition instanceof CreateEnumType || definition instanceof DropEnumType) {
            require(Feature.CREATED_ENUM_TYPES, "columns spell out the labels");
        } else if (definition instanceof CreateSchema) {
            require(Feature.SCHEMAS, "leave the schema out of the tables");
        } else if (definition instanceof AddForeignKey || definition instanceof DropConstraint) {
            require(Feature.ALTER_CONSTRAINTS, "create and drop it together with its table");
        }
    }

    final void requireSequences(TableName sequence) {
        require(Feature.SEQUENCES, "number rows by identity() instead of " + sequence);
    }

    /** CREATE TABLE. */
    protected void createTable(CreateTable table, SqlWriter out) {
        requireFitting(table.name().name());
        table.columns().forEach(column -> requireFitting(column.column().name()));
        table.render(out);
    }

    private void requireFitting(String identifier) {
        new ObjectName(identifier, false).fitting(maxIdentifierLength());
    }

    /** A column in CREATE TABLE. */
    protected void columnDefinition(ColumnDefinition column, SqlWriter out) {
        if (column.collation() != null) {
            require(Feature.COLUMN_COLLATION, "take it out of column " + column.column());
        }
        if (column.identity() == null) {
            column.render(out);
        } else {
            requireIdentity(column, column.identity());
            identityColumn(column, out);
        }
    }

    /** A column whose numbers the database makes. */
    protected void identityColumn(ColumnDefinition column, SqlWriter out) {
        column.render(out);
    }

    /** {@code collate "name"} of a column. */
    protected void columnCollation(ColumnCollation collation, SqlWriter out) {
        collation.render(out);
    }

    private void requireIdentity(ColumnDefinition column, ColumnOption.Identity identity) {
        if (identity.start() != null || identity.increment() != null) {
            require(Feature.IDENTITY_STEPS, "say identity() without numbers of " + column.column());
        }
        if (identity.always()) {
            require(Feature.IDENTITY_ALWAYS, "say identity() of " + column.column());
        }
    }

    /** The type of a column in CREATE TABLE. */
    protected void columnType(ColumnType type, SqlWriter out) {
        type.render(out);
    }

    /** How a column is computed. */
    protected void computedColumn(ComputedColumn computed, SqlWriter out) {
        computed.render(out);
    }

    /** A constraint in CREATE TABLE or ALTER TABLE. */
    protected void constraint(ConstraintDefinition constraint, SqlWriter out) {
        if (constraint instanceof ConstraintDefinition.ForeignKey key
                && key.actions().isDeferred()) {
            require(Feature.DEFERRED_CONSTRAINTS, "take deferred() out of " + key.name());
        }
        constraint.render(out);
    }

    /** CREATE INDEX, without the columns beside its keys where there are none: they only make queries faster. */
    protected void createIndex(CreateIndex index, SqlWriter out) {
        Feature lacking = lacks(index);
        if (lacking != null) {
            require(
                    lacking,
                    lacking == Feature.PARTIAL_INDEX
                            ? "take where(…) out of " + index.name()
                            : "index a computed column instead of " + index.name());
        }
        (supports(Feature.INCLUDE_INDEX) ? index : index.withoutIncluded()).render(out);
    }

    @Override
    public final String toString() {
        return name;
    }
}
