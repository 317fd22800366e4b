package io.athanor.orm.mapping;

import io.athanor.ConfigurationException;
import io.athanor.sql.Column;
import io.athanor.sql.TableName;
import io.athanor.sql.TypedTable;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a class is stored: its table, its columns, its relationships. Read from the class once, immutable. Two mappings are
 * equal if they are of the same class.
 *
 * @param <E> the entity
 */
public final class EntityMapping<E> {
    private final Class<E> type;
    private final String name;
    private final TableSpec spec;
    private final Construction construction;
    private final Callbacks callbacks;
    private final DynamicEntityTable<E, Object> table;
    private final Map<String, MappedColumn> byPath = new HashMap<>();
    private List<MappedColumn> columns = List.of(); // these are set once, when the mappings that they mention exist
    private List<MappedColumn> key = List.of();
    private List<MappedColumn> mutable = List.of();
    private List<RelationshipMapping> relationships = List.of();
    private List<RelationshipMapping> elements = List.of();
    private List<RelationshipMapping> related = List.of();
    private @Nullable MappedColumn version;
    private EntityMapping<? super E> root = this;
    private final Hierarchy<E> hierarchy = new Hierarchy<>(this);
    private List<Computed<?, ?, ?>> computed = List.of();
    private boolean hasDeferred;
    private IdForm idForm = id -> {
        throw new IllegalStateException("the mapping is not complete");
    };
    private @Nullable RecordMaker maker;
    private EntityWriter writer = new EntityWriter(List.of());
    private final @Nullable Assembly assembly;
    private List<StoredTable> tables;
    private @Nullable MappedColumn kind;

    EntityMapping(Class<E> type, String name, TableSpec spec, Construction construction, Callbacks callbacks) {
        this(type, name, spec, construction, callbacks, null);
    }

    /**
     * A mapping.
     *
     * @param spec the table, or what stands for it in queries if the columns lie in several
     * @param assembly how it is put together then, null if it is one table
     */
    EntityMapping(
            Class<E> type,
            String name,
            TableSpec spec,
            Construction construction,
            Callbacks callbacks,
            @Nullable Assembly assembly) {
        this.type = type;
        this.name = name;
        this.spec = spec;
        this.construction = construction;
        this.callbacks = callbacks;
        this.assembly = assembly;
        this.table = new DynamicEntityTable<>(this, spec.name().name());
        this.tables = assembly == null ? List.of(new StoredTable(table, List.of(), false)) : assembly.tables();
    }

    /**
     * The mapping of one class, together with all classes that its relationships lead to: what generated tables are made
     * of. An error says what is wrong with any of them.
     *
     * @param more classes that {@code type} does not lead to and that have a say in its table: classes that extend it, converters
     *     that apply by themselves, classes with a join column in it
     */
    public static <E> EntityMapping<E> of(Class<E> type, Class<?>... more) {
        if (more.length == 0) {
            return MappingMemo.of(type);
        }
        List<Class<?>> all = new ArrayList<>(List.of(type));
        all.addAll(Arrays.asList(more));
        return EntityModel.reachedFrom(all).mapping(type);
    }

    void complete(List<MappedColumn> allColumns, List<RelationshipMapping> allRelationships) {
        columns = List.copyOf(allColumns);
        relationships = List.copyOf(allRelationships);
        related = relationships;
        columns.forEach(column -> byPath.put(column.path(), column));
        key = columns.stream().filter(MappedColumn::isKey).toList();
        mutable = columns.stream()
                .filter(column -> !ImmutableTypes.contain(column.column().type().javaType()))
                .toList();
        writer = new EntityWriter(columns);
        maker = type.isRecord() ? new RecordMaker(this, writer) : null;
        version = columns.stream().filter(MappedColumn::isVersion).findFirst().orElse(null);
    }

    void hold(List<RelationshipMapping> collections) {
        elements = List.copyOf(collections);
        List<RelationshipMapping> all = new ArrayList<>(relationships);
        all.addAll(elements);
        related = List.copyOf(all);
    }

    void inherit(EntityMapping<?> top, List<EntityMapping<?>> below, Function<EntityMapping<?>, Object> values) {
        @SuppressWarnings("unchecked") // it extends the class at the top
        EntityMapping<? super E> above = (EntityMapping<? super E>) top;
        root = above;
        for (EntityMapping<?> each : below) {
            if (!Modifier.isAbstract(each.type().getModifiers())) {
                hierarchy.add(each, values.apply(each));
            }
        }
    }

    /** Where a single table has the key. */
    void storeKeyIn(List<String> names) {
        if (assembly == null) {
            List<Column<?>> columns =
                    names.stream().<Column<?>>map(table::column).toList();
            tables = List.of(new StoredTable(table, columns, false));
        }
    }

    /** Rows say of which class they are by what is made of the tables they are in. */
    void tellKindBy(MappedColumn column) {
        kind = column;
    }

    void identifyBy(IdForm form) {
        idForm = form;
        hasDeferred = hierarchyColumns().stream().anyMatch(MappedColumn::isDeferred);
    }

    void compute(Computed<?, ?, ?> attribute) {
        List<Computed<?, ?, ?>> all = new ArrayList<>(computed);
        all.add(attribute);
        computed = List.copyOf(all);
    }

    void defer(List<String> paths) {
        List<MappedColumn> together = paths.stream().map(this::column).toList();
        Deferrals.check(this, together);
        together.forEach(column -> column.defer(together));
        hasDeferred = true;
    }

    /** The class. */
    public Class<E> type() {
        return type;
    }

    /** What to call it in messages and statements: the class's simple name, unless the annotation says another. */
    public String name() {
        return name;
    }

    /** The table, under its own name. Its {@code columns()} are all columns that any class of the hierarchy has in it. */
    public EntityTable<E, ?, ?> table() {
        return table;
    }

    DynamicEntityTable<E, Object> dynamicTable() {
        return table;
    }

    TableSpec spec() {
        return spec;
    }

    /** How the table is put together that queries see, null if it is one. */
    @Nullable
    Assembly assembly() {
        return assembly;
    }

    /** A table that the class has columns in. */
    TypedTable<?> stored(TableName of) {
        return assembly == null ? table : assembly.table(of);
    }

    /** The key in the class's own table, to which foreign keys refer. */
    List<Column<?>> storedKey() {
        return tables.stream()
                .filter(stored -> stored.table().name().equals(spec.name()))
                .findFirst()
                .orElseThrow()
                .key();
    }

    /**
     * The tables of the database that rows of this very class are in: one; or that of the root of the hierarchy, those of the
     * classes below it down to this one, and secondary ones. Each refers to those before it.
     */
    public List<StoredTable> tables() {
        return tables;
    }

    /** Whether its columns lie in several tables, or those of the classes below it do: its table is then a query. */
    public boolean isAssembled() {
        return assembly != null;
    }

    /** Whether all its rows have their keys in one table, to which foreign keys can refer: not if each class has a table of its own. */
    public boolean isInOneTable() {
        return assembly == null || assembly.isInOneTable();
    }

    /** Whether rows in its table may be of classes that are not below it: it shares the table with them. */
    public boolean sharesRows() {
        return !root.equals(this) && spec.name().equals(root.spec.name());
    }

    /** What a column of this class, or of one below it, is called in this one's table. */
    public String called(MappedColumn column) {
        return assembly == null
                ? column.column().name()
                : assembly.reading()
                        .names()
                        .getOrDefault(column.column(), column.column().name());
    }

    /** The columns that this class has for those of a class above it: the same, unless each class has a table of its own. */
    public List<Column<?>> own(List<Column<?>> inherited) {
        List<Column<?>> own = new ArrayList<>(inherited.size());
        for (Column<?> column : inherited) {
            boolean isOwn = tables.stream().anyMatch(stored -> stored.has(column));
            own.add(isOwn ? column : tables.get(0).table().column(column.name()));
        }
        return own;
    }

    /** The tables that rows of this class, and of those below it, have columns of a foreign key in that it says. */
    public List<TypedTable<?>> tablesOf(List<Column<?>> foreignKey) {
        Set<TypedTable<?>> all = new LinkedHashSet<>();
        for (EntityMapping<?> each : hierarchy.all()) {
            all.add(each.tableOf(each.own(foreignKey).get(0)).table());
        }
        return List.copyOf(all);
    }

    /** The classes that have rows in its table: itself, unless it is abstract, and those below it. */
    public List<EntityMapping<? extends E>> withRows() {
        return hierarchy.all();
    }

    /** Whether a database can lock the rows that its table stands for. */
    public boolean isLockable() {
        return assembly == null || assembly.reading().isLockable();
    }

    /** Where rows of this class are in a table. */
    public StoredTable stored(TypedTable<?> one) {
        for (StoredTable stored : tables) {
            if (stored.table().equals(one)) {
                return stored;
            }
        }
        throw new IllegalArgumentException(name + " has no columns in " + one);
    }

    /** The table, of those that rows of this class are in, that has a column. */
    public StoredTable tableOf(Column<?> column) {
        for (StoredTable stored : tables) {
            if (stored.has(column)) {
                return stored;
            }
        }
        throw new IllegalArgumentException(name + " has no column " + column);
    }

    /** The columns of this very class, in the order of a snapshot, the key's first. */
    public List<MappedColumn> columns() {
        return columns;
    }

    /** The columns of this class and of those below it that share its table; one of each class that has it. */
    List<MappedColumn> hierarchyColumns() {
        List<MappedColumn> all = new ArrayList<>(columns);
        hierarchy.mappings().stream().filter(below -> !below.equals(this)).forEach(below -> all.addAll(below.columns));
        return all;
    }

    boolean hasDeferred() {
        return hasDeferred;
    }

    /** The attributes that are computed whenever a whole row is read. */
    public List<Computed<?, ?, ?>> computed() {
        return computed;
    }

    /** The column of the attribute of this path, such as {@code address.city}, or {@code author.id} for a foreign key. */
    public MappedColumn column(String path) {
        MappedColumn column = byPath.get(path);
        if (column == null) {
            throw new ConfigurationException(name + " has no column of the attribute " + path + "; it has "
                    + columns.stream().map(MappedColumn::path).toList());
        }
        return column;
    }

    /** What is mapped to a column of this entity's table, whichever object stands for the table; an error if nothing is. */
    public MappedColumn columnOf(Column<?> column) {
        TypedTable<?> owner = column.source().table();
        for (MappedColumn mapped : columns) {
            if (owner != null
                    && called(mapped).equals(column.name())
                    && owner.name().equals(table.name())) {
                return mapped;
            }
        }
        throw new ConfigurationException(column + " is no column of " + name + "; it has "
                + columns.stream().map(MappedColumn::column).toList());
    }

    /** The columns of the primary key. */
    public List<MappedColumn> key() {
        return key;
    }

    /** The column that counts changes, null if there is none. */
    public @Nullable MappedColumn version() {
        return version;
    }

    /** The relationships to entities. */
    public List<RelationshipMapping> relationships() {
        return relationships;
    }

    /** The collections of values. */
    public List<RelationshipMapping> elements() {
        return elements;
    }

    /** All that is loaded when it is asked for: relationships and collections of values. */
    public List<RelationshipMapping> related() {
        return related;
    }

    /** The relationship of this attribute name; an error that names those there are if there is none. */
    public RelationshipMapping relationship(String attribute) {
        for (RelationshipMapping relationship : related()) {
            if (relationship.name().equals(attribute)) {
                return relationship;
            }
        }
        throw new ConfigurationException(name + " has no relationship " + attribute + "; it has "
                + related().stream().map(RelationshipMapping::name).toList());
    }

    /** Whether its objects are records: made at once, and never written. */
    public boolean isRecord() {
        return type.isRecord();
    }

    /**
     * A record of a row.
     *
     * @param values what the row holds, by the columns' index
     * @param targets what its relationships lead to
     */
    public E record(@Nullable Object[] values, Function<RelationshipMapping, @Nullable Object> targets) {
        return type.cast(Objects.requireNonNull(maker, "no record").make(values, targets));
    }

    /** What has to be joined to a row of {@code from} for an object to be made of it: what a record refers to. */
    public List<RelationshipLoad<?, ?, ?>> needed(EntityTable<?, ?, ?> from) {
        if (!isRecord()) {
            return List.of();
        }
        List<RelationshipLoad<?, ?, ?>> needed = new ArrayList<>();
        relationships.forEach(relationship -> needed.add(RelationshipLoad.needed(from, relationship)));
        return List.copyOf(needed);
    }

    /** A new object with nothing in it but what its no-argument constructor does. */
    public E newInstance() {
        return type.cast(construction.make());
    }

    /**
     * Writes a row into an object: each column's attribute, and each embedded object as a whole, which is null if all its
     * columns are.
     *
     * @param values what the row holds, by the columns' index
     * @param unread what stands for columns that were not read, which are left as they are
     */
    public void write(Object entity, @Nullable Object[] values, Object unread) {
        writer.write(entity, values, unread);
    }

    /** Whether anything is called at this moment of an entity's life. */
    public boolean listensTo(Lifecycle moment) {
        return callbacks.has(moment);
    }

    /** Calls the listeners of the class and its own methods that want to be called at this moment; what they throw goes up. */
    public void tell(Lifecycle moment, Object entity) {
        callbacks.call(moment, entity);
    }

    /** The columns whose values may change inside, such as arrays: to remember one is to copy it. */
    public List<MappedColumn> mutableColumns() {
        return mutable;
    }

    /** The primary key that {@code entity} says it has, one element for each column; null as long as any is null. */
    public @Nullable List<Object> key(Object entity) {
        return MappedColumn.key(key, entity);
    }

    /** The key's column values for what users call the id: a value, an embedded id, an object of the id class, or a list. */
    public List<Object> keyOf(Object id) {
        return idForm.values(id);
    }

    /** The mapping of the root of the inheritance hierarchy: keys are unique below it. This one if there is no inheritance. */
    public EntityMapping<? super E> root() {
        return root;
    }

    /** The column that says of which class a row is, null if there is no inheritance. */
    public @Nullable MappedColumn discriminator() {
        return kind != null ? kind : discriminatorColumn();
    }

    private @Nullable MappedColumn discriminatorColumn() {
        return columns.stream()
                .filter(MappedColumn::isDiscriminator)
                .findFirst()
                .orElse(null);
    }

    /** What rows of this class and of those below it have in the discriminator's column; empty if there is no inheritance. */
    public List<Object> discriminatorValues() {
        return hierarchy.values();
    }

    /** The mapping of the class that a row is of, going by its discriminator; this one if there is no inheritance. */
    public EntityMapping<? extends E> ofDiscriminator(@Nullable Object value) {
        return hierarchy.of(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof EntityMapping<?> mapping && type == mapping.type);
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
