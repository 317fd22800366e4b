package io.athanor.orm.mapping;

import io.athanor.MappingException;
import io.athanor.sql.TypedTable;
import jakarta.persistence.Entity;
import jakarta.persistence.InheritanceType;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the classes of a model say, each by itself; a class after those that it extends. */
final class Drafts {
    private final ModelContext context;
    private final Declarations declarations;
    private final DeclaredRelationships declared;
    private final Map<Class<?>, EntityDraft> byType = new LinkedHashMap<>();

    private Drafts(ModelContext context, Declarations declarations) {
        this.context = context;
        this.declarations = declarations;
        this.declared = new DeclaredRelationships(declarations);
    }

    /** These classes, which are all there are. */
    static Drafts read(List<Class<?>> types, Declarations declarations, ModelContext context) {
        Drafts drafts = new Drafts(context, declarations);
        Set<Class<?>> given = new HashSet<>();
        for (Class<?> type : types) {
            if (!given.add(type)) {
                throw new MappingException(type.getName() + " is given to the model twice; give it once");
            }
        }
        for (Class<?> type : types) {
            Class<?> parent = Inheritance.parent(type);
            if (parent != null && !given.contains(parent)) {
                throw new MappingException(type.getName() + ": extends the entity " + parent.getName()
                        + ", which is not in the model; add it to EntityModel.of(…)");
            }
            drafts.add(type);
        }
        for (EntityDeclaration<?> declaration : declarations.all()) {
            drafts.byType.put(declaration.type(), DeclarationReader.read(declaration, drafts.declared));
        }
        drafts.requireClassesOfAbstractOnes();
        return drafts;
    }

    /** These classes and all that their relationships lead to, directly or not. */
    static Drafts reach(List<Class<?>> types, ModelContext context) {
        Drafts drafts = new Drafts(context, Declarations.NONE);
        Deque<Class<?>> open = new ArrayDeque<>(types);
        while (!open.isEmpty()) {
            Class<?> next = open.remove();
            if (!drafts.byType.containsKey(next)) {
                drafts.add(next).relationships().forEach(relationship -> open.addAll(relationship.mentioned()));
                sealed(next).forEach(open::add);
            }
        }
        return drafts;
    }

    private static List<Class<?>> sealed(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .filter(below -> below.isAnnotationPresent(Entity.class))
                        .<Class<?>>map(below -> below)
                        .toList()
                : List.of();
    }

    private EntityDraft add(Class<?> type) {
        EntityDraft known = byType.get(type);
        if (known != null) {
            return known;
        }
        Class<?> above = Inheritance.parent(type);
        EntityDraft parent = above == null ? null : add(above);
        EntityDraft draft = EntityReader.read(type, context, parent);
        byType.put(type, draft);
        return draft;
    }

    private void requireClassesOfAbstractOnes() {
        for (Class<?> type : byType.keySet()) {
            boolean isAbstract = Modifier.isAbstract(type.getModifiers());
            if (isAbstract
                    && byType.keySet().stream().allMatch(below -> below == type || !type.isAssignableFrom(below))) {
                throw new MappingException(
                        type.getName() + ": @Entity is on an abstract class, and no class of the model"
                                + " extends it; say @MappedSuperclass, add one that does, or remove abstract");
            }
        }
    }

    EntityDraft of(Class<?> type) {
        return Objects.requireNonNull(byType.get(type));
    }

    Collection<EntityDraft> all() {
        return byType.values();
    }

    /** A class and those below it. */
    List<EntityDraft> below(EntityDraft entity) {
        return byType.values().stream()
                .filter(draft -> entity.type().isAssignableFrom(draft.type()))
                .toList();
    }

    /** Whether several classes have their rows in the table of this one. */
    boolean isShared(EntityDraft entity) {
        return below(entity.root()).size() > 1;
    }

    /** Whether all rows of a class have their keys in one table, to which foreign keys can refer. */
    boolean isInOneTable(EntityDraft entity) {
        return entity.strategy() != InheritanceType.TABLE_PER_CLASS
                || below(entity).size() == 1;
    }

    /** The entity that a relationship leads to. */
    EntityDraft target(RelationshipDraft relationship) {
        return of(relationship, relationship.target());
    }

    /** The entity of a class that a relationship mentions. */
    EntityDraft of(RelationshipDraft relationship, Class<?> type) {
        EntityDraft target = byType.get(type);
        if (target == null) {
            throw relationship
                    .attribute()
                    .error("leads to " + type.getName()
                            + ", which is not in the model; add it to EntityModel.of(…), or say targetEntity");
        }
        return target;
    }

    /** The table that code has given an entity, null if its class says it. */
    @Nullable
    TypedTable<?> given(EntityDraft entity) {
        return declarations.table(entity.type());
    }

    /** What code says of the join table of a relationship, null if it says nothing. */
    @Nullable
    RelationshipDeclaration joinTable(RelationshipDraft relationship) {
        return declared.joinTable(relationship);
    }
}
