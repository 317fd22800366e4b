package io.athanor.orm.processor;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What is wrong with how an attribute says where in it a member is. */
final class PlaceChecks {
    private static final List<String> OF_MAPS = List.of(
            "MapKey", "MapKeyColumn", "MapKeyClass", "MapKeyEnumerated", "MapKeyJoinColumn", "MapKeyJoinColumns");
    private static final List<String> OF_COLUMNS =
            List.of("MapKeyColumn", "MapKeyEnumerated", "MapKeyJoinColumn", "MapKeyJoinColumns");

    private final Problems problems;

    PlaceChecks(Problems problems) {
        this.problems = problems;
    }

    void check(Member member) {
        if (member.has("OrderColumn") && !isA(member.type(), "java.util.List", "java.util.Collection")) {
            wrong(member, "has no order, and @OrderColumn keeps that of a List");
        } else if (member.has("OrderColumn") && member.has("OrderBy")) {
            wrong(member, "has its order from @OrderColumn and from @OrderBy: remove one of them");
        }
        for (String annotation : OF_MAPS) {
            if (member.has(annotation) && !isA(member.type(), "java.util.Map")) {
                wrong(member, "is no Map, as @" + annotation + " says");
                return;
            }
        }
        for (String annotation : OF_COLUMNS) {
            if (member.has("MapKey") && member.has(annotation)) {
                wrong(member, "has its keys from @MapKey and from @" + annotation + ": remove one of them");
            }
        }
    }

    private static boolean isA(TypeMirror type, String... names) {
        return type instanceof DeclaredType declared
                && List.of(names)
                        .contains(((TypeElement) declared.asElement())
                                .getQualifiedName()
                                .toString());
    }

    private void wrong(Member member, String what) {
        problems.error(member.element(), member.name() + " " + what);
    }
}
