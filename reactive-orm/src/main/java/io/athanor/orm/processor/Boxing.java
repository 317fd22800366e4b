package io.athanor.orm.processor;

import io.athanor.orm.processor.Attribute.ColumnKind;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The Java types of columns. */
final class Boxing {
    private static final Set<String> NUMBERS = Set.of(
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double",
            "java.math.BigDecimal");

    private final Types types;

    Boxing(Types types) {
        this.types = types;
    }

    /** The type itself, or the class of a primitive one. */
    TypeMirror boxed(TypeMirror type) {
        return type instanceof PrimitiveType primitive
                ? types.boxedClass(primitive).asType()
                : type;
    }

    /** Which class of column holds values of a type that is not primitive. */
    ColumnKind kind(TypeMirror type) {
        if (!(type instanceof DeclaredType declared)) {
            return ColumnKind.OTHER;
        }
        String name = ((TypeElement) declared.asElement()).getQualifiedName().toString();
        if (name.equals("java.lang.String")) {
            return ColumnKind.TEXT;
        }
        return NUMBERS.contains(name) ? ColumnKind.NUMBER : ColumnKind.OTHER;
    }
}
