package io.athanor.orm.processor;

import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Who may use which class. */
final class Visibility {
    private final Elements elements;

    Visibility(Elements elements) {
        this.elements = elements;
    }

    PackageElement packageOf(Element element) {
        return elements.getPackageOf(element);
    }

    /** Whether the class and those it is in are public. */
    static boolean isPublic(TypeElement type) {
        return type.getModifiers().contains(Modifier.PUBLIC)
                && (!(type.getEnclosingElement() instanceof TypeElement outer) || isPublic(outer));
    }

    /** Whether code in {@code user} can name the type and its arguments. */
    boolean isAccessible(TypeMirror type, PackageElement user) {
        if (type instanceof ArrayType array) {
            return isAccessible(array.getComponentType(), user);
        }
        return !(type instanceof DeclaredType declared)
                || (isAccessible((TypeElement) declared.asElement(), user)
                        && declared.getTypeArguments().stream().allMatch(argument -> isAccessible(argument, user)));
    }

    private boolean isAccessible(TypeElement type, PackageElement user) {
        Set<Modifier> modifiers = type.getModifiers();
        boolean itself = modifiers.contains(Modifier.PUBLIC)
                || (!modifiers.contains(Modifier.PRIVATE) && packageOf(type).equals(user));
        return itself && (!(type.getEnclosingElement() instanceof TypeElement outer) || isAccessible(outer, user));
    }
}
