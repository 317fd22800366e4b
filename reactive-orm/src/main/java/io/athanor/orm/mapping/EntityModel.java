package io.athanor.orm.mapping;

import io.athanor.ConfigurationException;
import io.athanor.schema.MetaData;
import io.athanor.sql.Sequence;
import io.athanor.sql.TypedTable;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The entities of an application, read and checked together. Immutable; make one at start-up and keep it.
 *
 * <pre>{@code
 * EntityModel model = EntityModel.of(Article.class, Author.class, Comment.class, Tag.class);
 * engine.execute(model.metaData().createAll());
 * Sessions sessions = Sessions.of(engine, model);
 * }</pre>
 *
 * <p>What cannot be mapped is a {@link io.athanor.MappingException} that names class, attribute and annotation and says what to do.
 */
public final class EntityModel {
    private static final Set<Class<? extends Annotation>> ADDITIONS =
            Set.of(Converter.class, Embeddable.class, MappedSuperclass.class);

    private final Map<Class<?>, EntityMapping<?>> mappings;
    private final MetaData metaData;

    EntityModel(Map<Class<?>, EntityMapping<?>> mappings) {
        this.mappings = mappings;
        this.metaData = metaData(mappings.values().stream().toList());
    }

    /**
     * The model of these classes, in any order. All that their relationships lead to is among them; converters that apply by
     * themselves are too; embeddables and mapped superclasses may be.
     */
    public static EntityModel of(Class<?>... types) {
        return of(Declarations.NONE, types);
    }

    static EntityModel of(Declarations declarations, Class<?>... types) {
        List<Class<?>> entities = Arrays.stream(types)
                .filter(type -> !isAddition(type))
                .<Class<?>>map(type -> type)
                .toList();
        return ModelBuilder.build(Drafts.read(entities, declarations, ModelContext.of(Arrays.asList(types))));
    }

    /** A model that code says more of than annotations do. */
    public static EntityModelBuilder builder() {
        return new EntityModelBuilder();
    }

    /** The model of classes, and of all that their relationships lead to. */
    static EntityModel reachedFrom(List<Class<?>> types) {
        List<Class<?>> entities = types.stream()
                .filter(type -> !isAddition(type))
                .<Class<?>>map(type -> type)
                .toList();
        return ModelBuilder.build(Drafts.reach(entities, ModelContext.of(types)));
    }

    private static boolean isAddition(Class<?> type) {
        return !type.isAnnotationPresent(Entity.class) && ADDITIONS.stream().anyMatch(type::isAnnotationPresent);
    }

    private static MetaData metaData(List<EntityMapping<?>> mappings) {
        Set<TypedTable<?>> tables = new LinkedHashSet<>();
        Set<Sequence> sequences = new LinkedHashSet<>();
        for (EntityMapping<?> mapping : mappings) {
            Assembly assembly = mapping.assembly();
            if (assembly == null || assembly.isStored()) {
                mapping.tables().forEach(stored -> tables.add(stored.table()));
            }
            for (MappedColumn column : mapping.columns()) {
                if (column.generation() instanceof Generation.BySequence taken) {
                    sequences.add(taken.sequence());
                }
            }
        }
        for (EntityMapping<?> mapping : mappings) {
            mapping.elements().forEach(elements -> tables.add(elements.target().table()));
            for (RelationshipMapping relationship : mapping.relationships()) {
                if (relationship.kind() == RelationshipMapping.Kind.MANY_BY_TABLE) {
                    tables.add(relationship.joinTable());
                }
            }
        }
        return MetaData.of(new ArrayList<>(tables)).with(sequences.toArray(Sequence[]::new));
    }

    /** All tables: those of entities and those that join them; and the sequences that keys are taken from. */
    public MetaData metaData() {
        return metaData;
    }

    /** The mappings, in the order in which their classes were given. */
    public List<EntityMapping<?>> mappings() {
        return List.copyOf(mappings.values());
    }

    /** The mapping of a class; an error if it is not in the model. */
    @SuppressWarnings("unchecked") // kept by its class
    public <E> EntityMapping<E> mapping(Class<E> type) {
        EntityMapping<?> mapping = mappings.get(type);
        if (mapping == null) {
            throw new ConfigurationException(type.getName() + " is not in the model; it has "
                    + mappings.keySet().stream().map(Class::getName).toList() + ": add it to EntityModel.of(…)");
        }
        return (EntityMapping<E>) mapping;
    }

    /** The table of a class, for use without generated code. */
    @SuppressWarnings("unchecked") // the id is checked where it is used
    public <E, K> DynamicEntityTable<E, K> table(Class<E> type) {
        return (DynamicEntityTable<E, K>) mapping(type).dynamicTable();
    }
}
