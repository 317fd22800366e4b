package io.athanor.orm.processor;

import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What is wrong with an attribute, as far as the compiler can see. */
final class AttributeChecks {
    private static final Set<String> VERSIONS = Set.of(
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.time.Instant",
            "java.time.LocalDateTime",
            "java.sql.Timestamp");

    private final Boxing boxing;
    private final InverseChecks inverses;
    private final PlaceChecks places;
    private final Problems problems;

    AttributeChecks(Boxing boxing, InverseChecks inverses, Problems problems) {
        this.boxing = boxing;
        this.inverses = inverses;
        this.places = new PlaceChecks(problems);
        this.problems = problems;
    }

    void check(TypeElement entity, Member member) {
        if (isFinal(member)) {
            wrong(member, "cannot be final: it is set when a row is read");
        }
        boolean isMany = member.isToMany() || member.has("ElementCollection");
        if (isMany && entity.getKind() == ElementKind.RECORD) {
            wrong(member, "cannot be filled after its record is made: leave it out and query for it, or use a class");
        } else if (isMany) {
            checkCollection(entity, member);
        } else if (member.isToOne()) {
            checkToOne(entity, member);
        } else {
            checkBasic(member);
        }
    }

    /** The fields of a record are always final; it is made by its constructor. */
    private static boolean isFinal(Member member) {
        return member.element().getKind() == ElementKind.FIELD
                && member.element().getModifiers().contains(Modifier.FINAL)
                && !(member.element().getEnclosingElement() instanceof TypeElement owner
                        && owner.getKind() == ElementKind.RECORD);
    }

    private void checkCollection(TypeElement entity, Member member) {
        places.check(member);
        if (!Targets.isCollection(member.type())) {
            wrong(member, "holds many, so its type is List, Set, Collection or Map");
        } else if (member.has("ElementCollection")) {
            checkElement(member, Targets.element(member.type()));
        } else if (Targets.of(member) == null) {
            wrong(member, "does not say which entities it holds: give its type an argument");
        } else {
            checkTarget(entity, member);
        }
    }

    private void checkElement(Member member, @Nullable TypeMirror element) {
        if (element == null) {
            wrong(member, "does not say which values it holds: give its type an argument");
        } else if (Annotations.isA(element, "Entity")) {
            wrong(member, "holds entities: say @OneToMany or @ManyToMany");
        }
    }

    private void checkToOne(TypeElement entity, Member member) {
        if (Targets.isCollection(member.type())) {
            wrong(member, "holds many: say @OneToMany or @ManyToMany");
        } else if (Targets.of(member) == null) {
            wrong(member, "does not refer to an entity");
        } else {
            checkTarget(entity, member);
        }
    }

    private void checkTarget(TypeElement entity, Member member) {
        TypeElement target = Targets.of(member);
        if (target == null) {
            return;
        }
        if (!Annotations.has(target, "Entity")) {
            wrong(member, "refers to " + target.getSimpleName() + ", which is not an @Entity");
        } else {
            inverses.check(entity, member, target);
        }
    }

    private void checkBasic(Member member) {
        TypeMirror type = member.type();
        TypeMirror element = Targets.element(type);
        if (member.has("Convert")) {
            return;
        }
        if (Annotations.isA(type, "Entity")) {
            wrong(member, "is an entity: say @ManyToOne or @OneToOne, or @Transient");
        } else if (element != null && Annotations.isA(element, "Entity")) {
            wrong(member, "holds entities: say @OneToMany or @ManyToMany, or @Transient");
        } else if (member.has("Enumerated") && !isEnum(type)) {
            wrong(member, "is not an enum, as @Enumerated says");
        } else if (member.has("Version") && !isVersion(type)) {
            wrong(member, "is no version: that is a short, int, long, Instant or LocalDateTime");
        }
    }

    private static boolean isEnum(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.ENUM;
    }

    private boolean isVersion(TypeMirror type) {
        TypeMirror boxed = type instanceof PrimitiveType ? boxing.boxed(type) : type;
        return boxed instanceof DeclaredType declared
                && VERSIONS.contains(
                        ((TypeElement) declared.asElement()).getQualifiedName().toString());
    }

    private void wrong(Member member, String what) {
        problems.error(member.element(), member.name() + " " + what);
    }
}
