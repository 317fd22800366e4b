package io.athanor.orm.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Which members of a class are stored: its fields or its getters, with those of the superclasses that are mapped. */
final class Members {
    /** Where the state of a class is read and written. */
    enum Access {
        FIELD,
        PROPERTY
    }

    private static final List<String> MAPPED = List.of("Entity", "MappedSuperclass", "Embeddable");

    private final Types types;

    Members(Types types) {
        this.types = types;
    }

    /** The access of an entity: where its identity is, unless it says otherwise. */
    Access access(TypeElement entity) {
        if (entity.getKind() == ElementKind.RECORD) {
            return Access.FIELD; // what is said of a component is said of its accessor too
        }
        for (DeclaredType type : hierarchy((DeclaredType) entity.asType())) {
            for (Element element : type.asElement().getEnclosedElements()) {
                if (element.getKind() == ElementKind.METHOD
                        && Annotations.hasAny(element, List.of("Id", "EmbeddedId"))
                        && !Annotations.has(element, "Access")) {
                    return Access.PROPERTY;
                }
            }
        }
        return Access.FIELD;
    }

    /** The stored members, those of superclasses first. */
    List<Member> of(DeclaredType type, Access inherited) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (DeclaredType part : hierarchy(type)) {
            Access access = access(part.asElement(), inherited);
            for (Element element : part.asElement().getEnclosedElements()) {
                if (isStored(element, access)) {
                    Member member = member(part, element);
                    members.put(member.name(), member);
                }
            }
        }
        return List.copyOf(members.values());
    }

    private static Access access(Element element, Access otherwise) {
        String said = Annotations.text(element, "Access", "value");
        return said.isEmpty() ? otherwise : Access.valueOf(said.substring(said.lastIndexOf('.') + 1));
    }

    /** The class and its mapped superclasses, the topmost first. */
    List<DeclaredType> hierarchy(DeclaredType type) {
        List<DeclaredType> classes = new ArrayList<>();
        for (TypeMirror each = type; each instanceof DeclaredType part; each = superclass(part)) {
            if (part == type || Annotations.hasAny(part.asElement(), MAPPED)) {
                classes.add(0, part);
            }
        }
        return classes;
    }

    private @Nullable TypeMirror superclass(DeclaredType type) {
        for (TypeMirror each : types.directSupertypes(type)) {
            if (each instanceof DeclaredType declared
                    && declared.asElement().getKind().isClass()) {
                return each;
            }
        }
        return null;
    }

    private static boolean isStored(Element element, Access access) {
        if (element.getModifiers().contains(Modifier.STATIC) || Annotations.has(element, "Transient")) {
            return false;
        }
        if (element.getKind() == ElementKind.FIELD) {
            return !element.getModifiers().contains(Modifier.TRANSIENT) && access(element, access) == Access.FIELD;
        }
        return element.getKind() == ElementKind.METHOD
                && access(element, access) == Access.PROPERTY
                && isGetter((ExecutableElement) element);
    }

    private static boolean isGetter(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        return method.getParameters().isEmpty()
                && method.getReturnType().getKind() != TypeKind.VOID
                && ((name.startsWith("get") && name.length() > 3)
                        || (name.startsWith("is")
                                && name.length() > 2
                                && method.getReturnType().getKind() == TypeKind.BOOLEAN));
    }

    private Member member(DeclaredType owner, Element element) {
        TypeMirror type = types.asMemberOf(owner, element);
        String name = element.getSimpleName().toString();
        return type instanceof ExecutableType getter
                ? new Member(element, Naming.property(name), getter.getReturnType())
                : new Member(element, name, type);
    }
}
