package io.athanor.orm.processor;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Whether the two sides of a relationship are about each other: what {@code mappedBy} names is there and leads back. */
final class InverseChecks {
    private final Types types;
    private final Members members;
    private final Problems problems;

    InverseChecks(Types types, Members members, Problems problems) {
        this.types = types;
        this.members = members;
        this.problems = problems;
    }

    void check(TypeElement entity, Member member, TypeElement target) {
        String path = Targets.mappedBy(member);
        if (path.isEmpty()) {
            return;
        }
        String side = target.getSimpleName() + "." + path;
        Member owning = find(target, path);
        if (owning == null) {
            wrong(member, target.getSimpleName() + " has no attribute " + path + "; it has " + names(target));
        } else if (!fits(member, owning)) {
            wrong(member, side + " has to be " + expected(member));
        } else if (!Targets.mappedBy(owning).isEmpty()) {
            wrong(member, side + " says mappedBy as well; one of the two sides has the foreign key");
        } else if (!leadsTo(owning, entity)) {
            wrong(member, side + " does not lead to " + entity.getSimpleName());
        }
    }

    private @Nullable Member find(TypeElement target, String path) {
        List<Member> candidates = members.of((DeclaredType) target.asType(), members.access(target));
        Member found = null;
        for (String name : path.split("\\.", -1)) {
            found = candidates.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                return null;
            }
            candidates = found.type() instanceof DeclaredType embedded && Annotations.isA(embedded, "Embeddable")
                    ? members.of(embedded, members.access(target))
                    : List.of();
        }
        return found;
    }

    private static boolean fits(Member member, Member owning) {
        if (member.has("OneToMany")) {
            return owning.has("ManyToOne");
        }
        return member.has("OneToOne") ? owning.has("OneToOne") : owning.has("ManyToMany");
    }

    private static String expected(Member member) {
        if (member.has("OneToMany")) {
            return "@ManyToOne";
        }
        return member.has("OneToOne") ? "@OneToOne" : "@ManyToMany";
    }

    /** Whether it refers to the entity, or to a class above or below it: the attribute may be inherited. */
    private boolean leadsTo(Member owning, TypeElement entity) {
        TypeElement back = Targets.of(owning);
        return back == null
                || types.isSubtype(types.erasure(entity.asType()), types.erasure(back.asType()))
                || types.isSubtype(types.erasure(back.asType()), types.erasure(entity.asType()));
    }

    private List<String> names(TypeElement target) {
        return members.of((DeclaredType) target.asType(), members.access(target)).stream()
                .map(Member::name)
                .toList();
    }

    private void wrong(Member member, String what) {
        problems.error(member.element(), member.name() + " is mapped by nothing: " + what);
    }
}
