package io.athanor.orm.processor;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Where relationships lead. */
final class Targets {
    private static final List<String> RELATIONSHIPS = List.of("OneToOne", "ManyToOne", "OneToMany", "ManyToMany");

    private Targets() {}

    /** The class that a relationship leads to, entity or not; null if its type does not say. */
    static @Nullable TypeElement of(Member member) {
        for (String relationship : RELATIONSHIPS) {
            TypeElement said = Annotations.type(member.element(), relationship, "targetEntity");
            if (said != null) {
                return said;
            }
        }
        TypeMirror type = member.isToMany() ? element(member.type()) : member.type();
        return type instanceof DeclaredType declared ? (TypeElement) declared.asElement() : null;
    }

    /** What a collection holds, of a map its values; null for what is neither, or does not say. */
    static @Nullable TypeMirror element(TypeMirror type) {
        if (!isCollection(type)) {
            return null;
        }
        List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
        return arguments.isEmpty() ? null : arguments.get(arguments.size() - 1);
    }

    /** The class that a map has its members by; null if it is no map, or does not say. */
    static @Nullable TypeElement key(Member member) {
        return member.type() instanceof DeclaredType declared
                        && isCollection(declared)
                        && declared.getTypeArguments().size() == 2
                        && declared.getTypeArguments().get(0) instanceof DeclaredType key
                ? (TypeElement) key.asElement()
                : null;
    }

    /** Whether it is one of the interfaces by which an attribute may hold many. */
    static boolean isCollection(TypeMirror type) {
        return type instanceof DeclaredType declared
                && switch (((TypeElement) declared.asElement())
                        .getQualifiedName()
                        .toString()) {
                    case "java.util.Collection",
                            "java.util.List",
                            "java.util.Set",
                            "java.util.Map",
                            "java.util.SequencedCollection",
                            "java.util.SequencedSet",
                            "java.util.SortedSet",
                            "java.util.SortedMap" -> true;
                    default -> false;
                };
    }

    /** The attribute of the target that has the foreign key; empty if this side has it. */
    static String mappedBy(Member member) {
        for (String relationship : RELATIONSHIPS) {
            String attribute = Annotations.text(member.element(), relationship, "mappedBy");
            if (!attribute.isEmpty()) {
                return attribute;
            }
        }
        return "";
    }
}
