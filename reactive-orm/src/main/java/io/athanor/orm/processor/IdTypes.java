package io.athanor.orm.processor;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What identifies an entity. */
final class IdTypes {
    private final Members members;
    private final Boxing boxing;

    IdTypes(Members members, Boxing boxing) {
        this.members = members;
        this.boxing = boxing;
    }

    /** The members that are the identity. */
    List<Member> members(TypeElement entity) {
        return members.of((DeclaredType) entity.asType(), members.access(entity)).stream()
                .filter(Member::isId)
                .toList();
    }

    /** The type of the id as users give it to {@code get}; null if the entity has none, or several without a class for them. */
    @Nullable
    TypeMirror of(TypeElement entity) {
        return of(entity, List.of());
    }

    private @Nullable TypeMirror of(TypeElement entity, List<TypeElement> within) {
        TypeElement idClass = idClass(entity);
        if (idClass != null) {
            return idClass.asType();
        }
        List<Member> ids = members(entity);
        if (ids.size() != 1 || within.contains(entity)) {
            return null;
        }
        Member id = ids.get(0);
        TypeElement target = id.isToOne() ? Targets.of(id) : null;
        return target == null
                ? boxing.boxed(id.type())
                : of(target, Stream.concat(within.stream(), Stream.of(entity)).toList());
    }

    /** The class of {@code @IdClass}, on the entity or a superclass; null if there is none. */
    @Nullable
    TypeElement idClass(TypeElement entity) {
        for (DeclaredType type : members.hierarchy((DeclaredType) entity.asType())) {
            TypeElement idClass = Annotations.type(type.asElement(), "IdClass", "value");
            if (idClass != null) {
                return idClass;
            }
        }
        return null;
    }
}
