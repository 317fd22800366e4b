package io.athanor.orm.processor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Types as they are written in one file: by their simple names, imported, where no two would be the same. */
final class Imports {
    private final String ownPackage;
    private final Types types;
    private final Map<String, String> imported = new TreeMap<>();

    Imports(String ownPackage, Types types) {
        this.ownPackage = ownPackage;
        this.types = types;
    }

    /** Keeps a simple name for the class of that name in the file's own package. */
    void reserve(String simpleName) {
        imported.put(simpleName, qualified(ownPackage, simpleName));
    }

    /** A class by its package and simple name, which need not exist yet. */
    String name(String packageName, String simpleName) {
        return shortest(simpleName, qualified(packageName, simpleName));
    }

    /** A class; one in another class by the name of that: {@code Order.Status}. */
    String name(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement outer
                ? name(outer) + "." + type.getSimpleName()
                : shortest(
                        type.getSimpleName().toString(), type.getQualifiedName().toString());
    }

    private String shortest(String simpleName, String qualified) {
        return imported.computeIfAbsent(simpleName, name -> qualified).equals(qualified) ? simpleName : qualified;
    }

    /** A type with its arguments and without its annotations. */
    String type(TypeMirror type) {
        if (type instanceof DeclaredType declared) {
            return name((TypeElement) declared.asElement()) + arguments(declared.getTypeArguments());
        }
        if (type instanceof ArrayType array) {
            return type(array.getComponentType()) + "[]";
        }
        if (type instanceof PrimitiveType) {
            return type.getKind().name().toLowerCase(Locale.ROOT);
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard(wildcard);
        }
        return type instanceof TypeVariable ? type(types.erasure(type)) : type.toString();
    }

    private String arguments(List<? extends TypeMirror> arguments) {
        return arguments.isEmpty()
                ? ""
                : "<" + String.join(", ", arguments.stream().map(this::type).toList()) + ">";
    }

    private String wildcard(WildcardType wildcard) {
        TypeMirror upper = wildcard.getExtendsBound();
        TypeMirror lower = wildcard.getSuperBound();
        if (upper != null) {
            return "? extends " + type(upper);
        }
        return lower == null ? "?" : "? super " + type(lower);
    }

    /** The import statements. */
    List<String> statements() {
        return imported.entrySet().stream()
                .filter(each -> !each.getValue().equals(qualified(ownPackage, each.getKey())))
                .map(Map.Entry::getValue)
                .filter(name -> !isOfJavaLang(name))
                .sorted()
                .map(name -> "import " + name + ";")
                .toList();
    }

    private static boolean isOfJavaLang(String name) {
        return name.startsWith("java.lang.") && name.indexOf('.', "java.lang.".length()) < 0;
    }

    private static String qualified(String packageName, String simpleName) {
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }
}
