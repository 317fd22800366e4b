package io.athanor.orm.mapping;

import io.athanor.sql.Column;
import io.athanor.sql.Ordering;
import io.athanor.sql.Sequence;
import io.athanor.sql.TypedTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a plain class and a table belong together, said in code and not by annotations. What is not said follows from names, types and
 * the table's own constraints. Confined to the thread that builds the model.
 *
 * <pre>{@code
 * EntityModel model = EntityModel.builder()
 *         .map(Author.class, AUTHORS)
 *         .map(Article.class, ARTICLES, article -> article
 *                 .version("version")
 *                 .column("text", ARTICLES.body)
 *                 .manyToOne("author")
 *                 .oneToMany("comments", comments -> comments.cascade(Cascade.DELETE).orphanRemoval())
 *                 .manyToMany("tags", ARTICLE_TAGS))
 *         .build();
 * }</pre>
 *
 * @param <E> the class
 */
public final class EntityDeclaration<E> {
    private final Class<E> type;
    private final TypedTable<?> table;
    private final Map<String, Column<?>> columns = new LinkedHashMap<>();
    private final Map<String, Generation> generations = new LinkedHashMap<>();
    private final Set<String> embedded = new LinkedHashSet<>();
    private final Set<String> ignored = new LinkedHashSet<>();
    private final Map<String, RelationshipDeclaration> relationships = new LinkedHashMap<>();
    private final List<List<String>> deferrals = new ArrayList<>();
    private final Map<Lifecycle, List<Consumer<Object>>> callbacks = new EnumMap<>(Lifecycle.class);
    private List<String> key = List.of();
    private @Nullable String version;
    private @Nullable String name;
    private boolean isByAccessors;

    EntityDeclaration(Class<E> type, TypedTable<?> table) {
        this.type = type;
        this.table = table;
    }

    /** What to call it in messages; the class's simple name unless this is said. */
    public EntityDeclaration<E> named(String entityName) {
        name = entityName;
        return this;
    }

    /** The attributes that identify it; without this those of the table's primary key. */
    public EntityDeclaration<E> id(String... attributes) {
        key = List.of(attributes);
        return this;
    }

    /** Has an attribute made by a sequence: a call gives as many values as the sequence is incremented by. */
    public EntityDeclaration<E> generated(String attribute, Sequence sequence) {
        long block = sequence.increment() == null ? 1 : sequence.increment();
        generations.put(attribute, new Generation.BySequence(sequence, Math.toIntExact(block)));
        return this;
    }

    /** Has an attribute of a new object made by code, such as {@code UUID::randomUUID}, if it has none. */
    public EntityDeclaration<E> generated(String attribute, Supplier<?> maker) {
        generations.put(attribute, new Generation.ByClient(maker));
        return this;
    }

    /** The attribute that counts changes. */
    public EntityDeclaration<E> version(String attribute) {
        version = attribute;
        return this;
    }

    /** The column of an attribute, where it is not of the same name; {@code address.city} of an embedded object. */
    public EntityDeclaration<E> column(String path, Column<?> column) {
        columns.put(path, column);
        return this;
    }

    /** Attributes that hold an object whose attributes have columns of this table; {@code address.country} within one. */
    public EntityDeclaration<E> embedded(String... paths) {
        embedded.addAll(Arrays.asList(paths));
        return this;
    }

    /** Attributes that have nothing to do with the table. */
    public EntityDeclaration<E> ignoring(String... attributes) {
        ignored.addAll(Arrays.asList(attributes));
        return this;
    }

    /** Reads and writes by getters and setters, not fields. */
    public EntityDeclaration<E> byAccessors() {
        isByAccessors = true;
        return this;
    }

    /** Attributes that are read when they are asked for, and together. */
    public EntityDeclaration<E> deferred(String... together) {
        deferrals.add(List.of(together));
        return this;
    }

    /** An attribute that refers to one entity, by the table's only foreign key to that entity's table. */
    public EntityDeclaration<E> manyToOne(String attribute) {
        return manyToOne(attribute, usual -> {});
    }

    /** Likewise with more said of it. */
    public EntityDeclaration<E> manyToOne(String attribute, Consumer<? super RelationshipDeclaration> options) {
        return relationship(attribute, RelationshipDraft.Shape.MANY_TO_ONE, null, options);
    }

    /** An attribute that refers to one entity to which no other refers. */
    public EntityDeclaration<E> oneToOne(String attribute) {
        return oneToOne(attribute, usual -> {});
    }

    /** Likewise with more said of it; at the side without a foreign key, {@code mappedBy}. */
    public EntityDeclaration<E> oneToOne(String attribute, Consumer<? super RelationshipDeclaration> options) {
        return relationship(attribute, RelationshipDraft.Shape.ONE_TO_ONE, null, options);
    }

    /** A collection of the entities that refer to this one, by their table's only foreign key to this table. */
    public EntityDeclaration<E> oneToMany(String attribute) {
        return oneToMany(attribute, usual -> {});
    }

    /** Likewise with more said of it. */
    public EntityDeclaration<E> oneToMany(String attribute, Consumer<? super RelationshipDeclaration> options) {
        return relationship(attribute, RelationshipDraft.Shape.ONE_TO_MANY, null, options);
    }

    /** A collection of entities that {@code joinTable} links to this one, by its foreign keys to both tables. */
    public EntityDeclaration<E> manyToMany(String attribute, TypedTable<?> joinTable) {
        return manyToMany(attribute, joinTable, usual -> {});
    }

    /** Likewise with more said of it. */
    public EntityDeclaration<E> manyToMany(
            String attribute, TypedTable<?> joinTable, Consumer<? super RelationshipDeclaration> options) {
        return relationship(attribute, RelationshipDraft.Shape.MANY_TO_MANY, joinTable, options);
    }

    /** The other side of a relationship by a join table, the attribute {@code mappedBy} of its members. */
    public EntityDeclaration<E> manyToMany(String attribute, String mappedBy) {
        return relationship(
                attribute, RelationshipDraft.Shape.MANY_TO_MANY, null, inverse -> inverse.mappedBy(mappedBy));
    }

    private EntityDeclaration<E> relationship(
            String attribute,
            RelationshipDraft.Shape shape,
            @Nullable TypedTable<?> joinTable,
            Consumer<? super RelationshipDeclaration> options) {
        RelationshipDeclaration relationship = new RelationshipDeclaration(shape, joinTable);
        options.accept(relationship);
        relationships.put(attribute, relationship);
        return this;
    }

    /** Calls {@code callback} at a moment of an object's life, as the annotated methods of a class are called. */
    public EntityDeclaration<E> on(Lifecycle moment, Consumer<? super E> callback) {
        callbacks.computeIfAbsent(moment, none -> new ArrayList<>()).add(entity -> callback.accept(type.cast(entity)));
        return this;
    }

    Class<E> type() {
        return type;
    }

    TypedTable<?> table() {
        return table;
    }

    String name() {
        return name == null ? type.getSimpleName() : name;
    }

    List<String> key() {
        return key;
    }

    @Nullable
    String version() {
        return version;
    }

    Map<String, Column<?>> columns() {
        return columns;
    }

    Map<String, Generation> generations() {
        return generations;
    }

    Set<String> embedded() {
        return embedded;
    }

    Set<String> ignored() {
        return ignored;
    }

    boolean isByAccessors() {
        return isByAccessors;
    }

    Map<String, RelationshipDeclaration> relationships() {
        return relationships;
    }

    Callbacks callbacks() {
        return Callbacks.of(callbacks);
    }

    /** What is said once the mapping is there. */
    void finish(EntityMapping<?> mapping) {
        deferrals.forEach(mapping::defer);
        relationships.forEach((attribute, relationship) -> {
            List<Ordering> order = relationship.orderings();
            if (!order.isEmpty()) {
                mapping.relationship(attribute).orderBy(order);
            }
        });
    }
}
