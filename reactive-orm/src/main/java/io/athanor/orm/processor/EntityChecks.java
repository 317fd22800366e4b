package io.athanor.orm.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** What is wrong with an entity class, as far as the compiler can see. The mapping checks the rest when it is read. */
final class EntityChecks {
    private final Members members;
    private final IdTypes ids;
    private final AttributeChecks attributes;
    private final Problems problems;

    EntityChecks(Members members, IdTypes ids, AttributeChecks attributes, Problems problems) {
        this.members = members;
        this.ids = ids;
        this.attributes = attributes;
        this.problems = problems;
    }

    /** Whether a table can be generated for it at all. */
    boolean isClass(TypeElement entity) {
        if (entity.getKind() != ElementKind.CLASS && entity.getKind() != ElementKind.RECORD) {
            problems.error(entity, "an entity is a class");
            return false;
        }
        Set<Modifier> modifiers = entity.getModifiers();
        boolean inner = entity.getNestingKind() == NestingKind.MEMBER && !modifiers.contains(Modifier.STATIC);
        if (inner || isHidden(entity)) {
            problems.error(entity, "an entity in another class is static, and neither it nor that class is private");
            return false;
        }
        return true;
    }

    private static boolean isHidden(TypeElement type) {
        return type.getModifiers().contains(Modifier.PRIVATE)
                || (type.getEnclosingElement() instanceof TypeElement outer && isHidden(outer));
    }

    /** Reports all that is wrong. */
    void check(TypeElement entity) {
        checkId(entity);
        if (entity.getKind() == ElementKind.CLASS && !isAbstract(entity) && !hasNoArgumentConstructor(entity)) {
            problems.error(
                    entity,
                    entity.getSimpleName() + " has no constructor without parameters, by which rows become objects; it"
                            + " may be private");
        }
        DeclaredType type = (DeclaredType) entity.asType();
        check(entity, type, members.access(entity), List.of());
    }

    private void check(TypeElement entity, DeclaredType type, Members.Access access, List<DeclaredType> within) {
        for (Member member : members.of(type, access)) {
            attributes.check(entity, member);
            if (EntityReader.isEmbedded(member)) {
                checkEmbedded(entity, member, access, within);
            }
        }
    }

    private void checkEmbedded(TypeElement entity, Member member, Members.Access access, List<DeclaredType> within) {
        DeclaredType type = (DeclaredType) member.type();
        if (within.stream().anyMatch(outer -> outer.asElement().equals(type.asElement()))) {
            problems.error(member.element(), type.asElement().getSimpleName() + " is embedded in itself");
            return;
        }
        List<DeclaredType> inner = new ArrayList<>(within);
        inner.add(type);
        check(entity, type, access, inner);
    }

    private void checkId(TypeElement entity) {
        List<Member> found = ids.members(entity);
        if (found.isEmpty()) {
            problems.error(entity, entity.getSimpleName() + " has no @Id: say which attribute identifies it");
        } else if (found.size() > 1 && ids.idClass(entity) == null) {
            problems.error(
                    entity,
                    entity.getSimpleName() + " has several @Id: name the class that holds them together by @IdClass,"
                            + " or make it an @EmbeddedId");
        }
    }

    private static boolean isAbstract(TypeElement type) {
        return type.getModifiers().contains(Modifier.ABSTRACT);
    }

    private static boolean hasNoArgumentConstructor(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(constructor -> constructor.getParameters().isEmpty());
    }
}
