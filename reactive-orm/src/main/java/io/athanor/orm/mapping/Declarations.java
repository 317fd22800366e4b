package io.athanor.orm.mapping;

import io.athanor.MappingException;
import io.athanor.sql.TableName;
import io.athanor.sql.TypedTable;
import jakarta.persistence.Entity;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The classes of a model that code maps, and the tables of them all. Immutable once the model is built. */
final class Declarations {
    static final Declarations NONE = new Declarations();

    private final Map<Class<?>, EntityDeclaration<?>> byType = new LinkedHashMap<>();

    void add(EntityDeclaration<?> declaration) {
        Class<?> type = declaration.type();
        if (byType.put(type, declaration) != null) {
            throw new MappingException(type.getName() + " is mapped twice; map it once");
        }
        if (type.isAnnotationPresent(Entity.class)) {
            throw new MappingException(
                    type.getName() + ": is @Entity, and mapped in code too; add(…) it, or remove the annotation");
        }
        for (Class<?> other : byType.keySet()) {
            if (other != type && (other.isAssignableFrom(type) || type.isAssignableFrom(other))) {
                throw new MappingException(type.getName() + " and " + other.getName()
                        + " are both mapped in code, and one" + " extends the other; say a hierarchy by annotations");
            }
        }
    }

    Collection<EntityDeclaration<?>> all() {
        return byType.values();
    }

    /** The table that was given for a class, null if none was. */
    @Nullable
    TypedTable<?> table(Class<?> type) {
        EntityDeclaration<?> declaration = byType.get(type);
        return declaration == null ? null : declaration.table();
    }

    /** The name of the table of any class of the model; an error for {@code attribute} if it is none. */
    TableName tableName(Class<?> type, Attribute attribute) {
        TypedTable<?> given = table(type);
        if (given != null) {
            return given.name();
        }
        if (!type.isAnnotationPresent(Entity.class)) {
            throw attribute.error("leads to " + type.getName() + ", which is mapped neither by annotations nor in code;"
                    + " map(…) it, or say target(…)");
        }
        Class<?> parent = Inheritance.parent(type);
        return parent == null ? EntityReader.tableName(type) : tableName(parent, attribute);
    }
}
