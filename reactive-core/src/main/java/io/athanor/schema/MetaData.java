package io.athanor.schema;

import io.athanor.ConfigurationException;
import io.athanor.schema.SchemaObject.Kind;
import io.athanor.sql.Definition;
import io.athanor.sql.Sequence;
import io.athanor.sql.TableName;
import io.athanor.sql.TypedTable;
import io.athanor.types.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The tables of an application, in an order in which they can be created, and all that creates and drops them. Immutable.
 *
 * <pre>{@code
 * MetaData metaData = MetaData.of(DEPT, EMP);
 * metaData.createAll(); // create table "dept" …; create table "emp" … references "dept" …; create index …
 * }</pre>
 *
 * What cannot be right, such as a foreign key to a table that is missing or two indexes of one name, is an error when the
 * value is made, before any database is asked. Where tables refer to each other in a cycle, their foreign keys are added
 * after all tables exist. Sequences that are defaults of columns, and enum types of columns, belong to it without being
 * named.
 */
public final class MetaData {
    private final List<TypedTable<?>> declared;
    private final List<Sequence> extraSequences;
    private final NamingConvention convention;
    private final @Nullable String schema;

    private final List<TypedTable<?>> sorted;
    private final Map<TableName, TableDefinition> definitions;
    private final Set<TableName> cyclic;
    private final List<Sequence> sequences;
    private final List<DataType> enumTypes;

    private MetaData(
            List<TypedTable<?>> declared,
            List<Sequence> extraSequences,
            NamingConvention convention,
            @Nullable String schema) {
        this.declared = List.copyOf(declared);
        this.extraSequences = List.copyOf(extraSequences);
        this.convention = convention;
        this.schema = schema;
        Map<TableName, TypedTable<?>> byName = byName(declared, schema);
        Map<TypedTable<?>, List<TypedTable<?>>> references = new LinkedHashMap<>();
        Map<TableName, TableDefinition> resolved = new LinkedHashMap<>();
        for (TypedTable<?> table : declared) {
            TableDefinition definition = TableResolver.resolve(table, convention, schema);
            references.put(table, ForeignKeyChecks.targets(table, byName, schema));
            resolved.put(definition.name(), definition);
        }
        TableOrder<TypedTable<?>> order = TableOrder.of(references);
        this.sorted = order.sorted();
        this.definitions = Collections.unmodifiableMap(resolved);
        this.cyclic = Set.copyOf(
                order.cyclic().stream().map(table -> definition(table).name()).toList());
        Requirements required = Requirements.of(sorted, extraSequences);
        this.sequences = required.sequences();
        this.enumTypes = required.enumTypes();
        NameChecks.check(resolved.values(), sequences, enumTypes, schema);
    }

    private static Map<TableName, TypedTable<?>> byName(List<TypedTable<?>> tables, @Nullable String schema) {
        Map<TableName, TypedTable<?>> byName = new LinkedHashMap<>();
        for (TypedTable<?> table : tables) {
            TypedTable<?> other = byName.putIfAbsent(TableResolver.inSchema(table.name(), schema), table);
            if (other != null) {
                throw new ConfigurationException("two of the tables have the name " + table.name() + ": a "
                        + other.getClass().getName() + " and a "
                        + table.getClass().getName()
                        + "; give each table once, under a name of its own");
            }
        }
        return byName;
    }

    /** These tables, in any order. All that their foreign keys refer to is among them. */
    public static MetaData of(TypedTable<?>... tables) {
        return of(Arrays.asList(tables));
    }

    /** These tables, in any order. All that their foreign keys refer to is among them. */
    public static MetaData of(Collection<? extends TypedTable<?>> tables) {
        return new MetaData(List.copyOf(tables), List.of(), NamingConvention.STANDARD, null);
    }

    /** The same with more tables. To choose names before there are any tables start with {@code MetaData.of()}. */
    public MetaData with(TypedTable<?>... more) {
        List<TypedTable<?>> all = new ArrayList<>(declared);
        all.addAll(Arrays.asList(more));
        return new MetaData(all, extraSequences, convention, schema);
    }

    /** The same with sequences that are not the default of a column. */
    public MetaData with(Sequence... more) {
        List<Sequence> all = new ArrayList<>(extraSequences);
        all.addAll(Arrays.asList(more));
        return new MetaData(declared, all, convention, schema);
    }

    /** The same with other names for the constraints and indexes that were given none. */
    public MetaData with(NamingConvention names) {
        return new MetaData(declared, extraSequences, names, schema);
    }

    /**
     * The same with the schema in which tables and sequences are created that say none. Statements still find them by the
     * connection's own schema: set it in the URL too.
     */
    public MetaData inSchema(String name) {
        return new MetaData(declared, extraSequences, convention, name);
    }

    /** The tables, each after those it refers to as far as that is possible, otherwise as they were given. */
    public List<TypedTable<?>> tables() {
        return sorted;
    }

    /** All sequences: those given and those that are defaults of columns. */
    public List<Sequence> sequences() {
        return sequences;
    }

    /** The enum types of columns. */
    public List<DataType> enumTypes() {
        return enumTypes;
    }

    /** All constraints and unique indexes by the names they have in a database that takes names of this many bytes. */
    public ConstraintIndex constraints(int maxIdentifierLength) {
        return ConstraintIndex.of(definitions.values(), maxIdentifierLength);
    }

    /** {@code create schema if not exists} for every schema that is named. Not part of {@link #createAll()}. */
    public List<Definition> createSchemas() {
        Set<String> names = new TreeSet<>();
        definitions.values().forEach(table -> addSchema(table.name(), names));
        sequences.forEach(sequence -> addSchema(placed(sequence), names));
        return names.stream().<Definition>map(CreateSchema::new).toList();
    }

    private static void addSchema(TableName name, Set<String> names) {
        String schemaName = name.schema();
        if (schemaName != null) {
            names.add(schemaName);
        }
    }

    /** Creates everything in an empty database: sequences, enum types, tables, indexes, comments, cyclic foreign keys. */
    public List<Definition> createAll() {
        return createAll(SchemaObjects.NONE);
    }

    /**
     * Creates what does not exist. Tables that exist are taken to be as declared: neither they nor their indexes, comments
     * and foreign keys are touched.
     */
    public List<Definition> createAll(SchemaObjects existing) {
        List<Definition> all = new ArrayList<>();
        sequences.stream()
                .map(this::placedSequence)
                .filter(sequence -> !existing.has(Kind.SEQUENCE, sequence.name()))
                .forEach(sequence -> all.add(new CreateSequence(sequence)));
        enumTypes.stream()
                .filter(type -> !existing.has(Kind.ENUM_TYPE, TableName.of(type.typeName())))
                .forEach(type -> all.add(new CreateEnumType(type)));
        List<TableDefinition> missing = sorted.stream()
                .map(this::definition)
                .filter(table -> !existing.has(Kind.TABLE, table.name()))
                .toList();
        List<TableDefinition> onCycle = missing.stream().filter(this::isCyclic).toList();
        missing.forEach(
                table -> all.add(isCyclic(table) ? table.createWithoutForeignKeys() : table.createWithForeignKeys()));
        missing.forEach(table -> all.addAll(table.indexes()));
        missing.forEach(table -> all.addAll(table.comments()));
        onCycle.forEach(table -> table.foreignKeys().forEach(key -> all.add(new AddForeignKey(table.name(), key))));
        return List.copyOf(all);
    }

    /** Drops everything that {@link #createAll()} creates, in the reverse order. An error of the database if any is missing. */
    public List<Definition> dropAll() {
        return dropAll((kind, name) -> true, false);
    }

    /** Drops what exists. */
    public List<Definition> dropAll(SchemaObjects existing) {
        return dropAll(existing::has, true);
    }

    private List<Definition> dropAll(BiPredicate<Kind, TableName> exists, boolean checked) {
        List<Definition> all = new ArrayList<>();
        List<TableDefinition> tables = reversed(sorted).stream()
                .map(this::definition)
                .filter(table -> exists.test(Kind.TABLE, table.name()))
                .toList();
        tables.stream().filter(this::isCyclic).forEach(table -> reversed(table.foreignKeys())
                .forEach(key -> all.add(new DropConstraint(table.name(), key.name(), key.columns(), checked))));
        tables.forEach(table -> all.add(new DropTable(table.name())));
        reversed(enumTypes).stream()
                .filter(type -> exists.test(Kind.ENUM_TYPE, TableName.of(type.typeName())))
                .forEach(type -> all.add(new DropEnumType(type)));
        reversed(sequences).stream()
                .map(this::placed)
                .filter(name -> exists.test(Kind.SEQUENCE, name))
                .forEach(name -> all.add(new DropSequence(name)));
        return List.copyOf(all);
    }

    /** Creates one table with its keys, indexes and comments, where all exists that it refers to. */
    public List<Definition> create(TypedTable<?> table) {
        TableDefinition definition = definition(table);
        List<Definition> all = new ArrayList<>();
        all.add(definition.createWithForeignKeys());
        all.addAll(definition.indexes());
        all.addAll(definition.comments());
        return List.copyOf(all);
    }

    /** Drops one table, where nothing refers to it. */
    public List<Definition> drop(TypedTable<?> table) {
        return List.of(new DropTable(definition(table).name()));
    }

    private TableDefinition definition(TypedTable<?> table) {
        TableDefinition definition = definitions.get(TableResolver.inSchema(table.name(), schema));
        if (definition == null) {
            throw new ConfigurationException("table " + table.name() + " is not in the MetaData; it has "
                    + sorted.stream().map(TypedTable::name).toList());
        }
        return definition;
    }

    private boolean isCyclic(TableDefinition table) {
        return cyclic.contains(table.name());
    }

    private Sequence placedSequence(Sequence sequence) {
        return new Sequence(placed(sequence), sequence.start(), sequence.increment());
    }

    private TableName placed(Sequence sequence) {
        return TableResolver.inSchema(sequence.name(), schema);
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    /** The tables' names, in order. */
    @Override
    public String toString() {
        return sorted.stream().map(TypedTable::name).toList().toString();
    }
}
