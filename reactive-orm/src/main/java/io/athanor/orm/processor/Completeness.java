package io.athanor.orm.processor;

import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Whether all types are known that an entity is made of, or whether another processor has still to generate some. */
final class Completeness {
    private Completeness() {}

    static boolean isComplete(List<Member> members) {
        return members.stream().allMatch(member -> isKnown(member.type()));
    }

    private static boolean isKnown(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            return false;
        }
        if (type instanceof ArrayType array) {
            return isKnown(array.getComponentType());
        }
        return !(type instanceof DeclaredType declared)
                || declared.getTypeArguments().stream().allMatch(Completeness::isKnown);
    }
}
