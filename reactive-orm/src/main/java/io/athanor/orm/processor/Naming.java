package io.athanor.orm.processor;

import java.util.Locale;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** How what is generated is called. */
final class Naming {
    private static final String SUFFIX = "Table";

    private Naming() {}

    /** The simple name of an entity's table: {@code ArticleTable}. */
    static String table(TypeElement entity) {
        return entity.getSimpleName() + SUFFIX;
    }

    /** The name of its constant: {@code ORDER_LINE} for {@code OrderLine}. */
    static String constant(TypeElement entity) {
        String words = entity.getSimpleName()
                .toString()
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2");
        return words.toUpperCase(Locale.ROOT);
    }

    /** A path as one word: {@code authorId} for {@code author.id}. */
    static String field(String path) {
        StringBuilder word = new StringBuilder();
        for (String part : path.split("\\.", -1)) {
            word.append(word.length() == 0 ? part : capitalized(part));
        }
        String name = word.toString();
        return SourceVersion.isKeyword(name) ? name + "_" : name;
    }

    /** The name of the class that holds the columns of an embedded attribute: {@code AddressColumns}. */
    static String holder(String path) {
        StringBuilder word = new StringBuilder();
        for (String part : path.split("\\.", -1)) {
            word.append(capitalized(part));
        }
        return word.append("Columns").toString();
    }

    /** The property of a getter: {@code title} for {@code getTitle}; the name itself if it is none. */
    static String property(String getter) {
        int prefix = getter.startsWith("get") ? 3 : getter.startsWith("is") ? 2 : 0;
        String name = getter.substring(prefix);
        return name.length() > 1 && Character.isUpperCase(name.charAt(1))
                ? name
                : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
