package io.athanor.orm.mapping;

import io.athanor.MappingException;
import io.athanor.orm.mapping.BasicDraft.Role;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import java.util.List;

/** What can be wrong with a class as an entity. */
final class EntityClassChecks {
    private EntityClassChecks() {}

    static void check(Class<?> type) {
        if (!type.isAnnotationPresent(Entity.class)) {
            throw error(type, "is no entity; say @Entity on it");
        }
        if (type.isInterface() || type.isEnum()) {
            throw error(type, "@Entity is on an " + (type.isEnum() ? "enum" : "interface") + "; say it on a class");
        }
        if (type.isAnnotationPresent(Embeddable.class) || type.isAnnotationPresent(MappedSuperclass.class)) {
            throw error(type, "is @Entity and @Embeddable or @MappedSuperclass at once; say one of them");
        }
        Table table = type.getAnnotation(Table.class);
        if (table != null && (!table.catalog().isEmpty() || !table.options().isEmpty())) {
            throw error(type, "@Table has a catalog or options; say schema, or create the table with them yourself");
        }
    }

    static void check(Class<?> type, List<AttributeDraft> attributes) {
        if (attributes.stream().noneMatch(AttributeDraft::isKey)) {
            throw error(type, "has no @Id; say it on the attribute that is the primary key");
        }
        List<String> versions = attributes.stream()
                .filter(attribute -> attribute instanceof BasicDraft basic && basic.role() == Role.VERSION)
                .map(attribute -> ((BasicDraft) attribute).path())
                .toList();
        if (versions.size() > 1) {
            throw error(type, "has several @Version attributes: " + versions + "; one counts all changes");
        }
    }

    private static MappingException error(Class<?> type, String problem) {
        return new MappingException(type.getName() + ": " + problem);
    }
}
