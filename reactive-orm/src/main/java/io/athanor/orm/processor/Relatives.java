package io.athanor.orm.processor;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Types;

/**
 * Classes that an entity does not lead to and that have a say in how it is stored: entities that extend it or what it is related
 * to, and entities that keep a foreign key in the table of one of those without its knowing. Nothing in the entity names them,
 * so they are found among the entities that are compiled together.
 */
final class Relatives {
    private final Types types;
    private final Members members;
    private final List<TypeElement> entities;
    private final List<TypeElement> converters;

    /**
     * Of entities among {@code entities}.
     *
     * @param converters those that apply to attributes by themselves
     */
    Relatives(Types types, Members members, Collection<TypeElement> entities, Collection<TypeElement> converters) {
        this.types = types;
        this.members = members;
        this.entities = List.copyOf(entities);
        this.converters = List.copyOf(converters);
    }

    /** The relatives of an entity, ordered by their names. */
    List<TypeElement> of(TypeElement entity) {
        Set<TypeElement> relatives = new TreeSet<>(
                Comparator.comparing(type -> type.getQualifiedName().toString()));
        relatives.addAll(converters);
        Set<TypeElement> reached = new HashSet<>();
        Deque<TypeElement> open = new ArrayDeque<>(List.of(entity));
        while (!open.isEmpty()) {
            TypeElement next = open.remove();
            if (reached.add(next)) {
                open.addAll(targets(next));
                for (TypeElement other : entities) {
                    if (extendsIt(other, next) || hasKeyIn(other, next)) {
                        relatives.add(other);
                        open.add(other);
                    }
                }
            }
        }
        relatives.remove(entity);
        return List.copyOf(relatives);
    }

    private boolean extendsIt(TypeElement other, TypeElement entity) {
        return !other.equals(entity) && types.isSubtype(types.erasure(other.asType()), types.erasure(entity.asType()));
    }

    /** Whether a collection of {@code other} has its join column in the table of {@code entity}, which does not know. */
    private boolean hasKeyIn(TypeElement other, TypeElement entity) {
        return stored(other).stream()
                .anyMatch(member -> member.has("OneToMany")
                        && (member.has("JoinColumn") || member.has("JoinColumns"))
                        && entity.equals(Targets.of(member)));
    }

    private List<TypeElement> targets(TypeElement entity) {
        return stored(entity).stream()
                .filter(member -> member.isToOne() || member.isToMany())
                .flatMap(member -> Stream.of(Targets.of(member), member.isToMany() ? Targets.key(member) : null))
                .filter(target -> target != null && Annotations.has(target, "Entity"))
                .toList();
    }

    private List<Member> stored(TypeElement entity) {
        return members.of((DeclaredType) entity.asType(), members.access(entity));
    }
}
