package io.athanor.orm.mapping;

import io.athanor.sql.TableName;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity as its class says it, before other classes are looked at.
 *
 * @param type the class
 * @param parent the entity that it extends, null if it extends none
 * @param name what to call it
 * @param table the table's name
 * @param said what else is said of the table, null if nothing is
 * @param attributes the attributes, the key's first
 * @param construction how an object of it is made
 * @param callbacks what is called at the moments of its life
 */
record EntityDraft(
        Class<?> type,
        @Nullable EntityDraft parent,
        String name,
        TableName table,
        @Nullable Table said,
        List<AttributeDraft> attributes,
        Construction construction,
        Callbacks callbacks) {
    /** The top of its hierarchy: itself if it extends no entity. */
    EntityDraft root() {
        return parent == null ? this : parent.root();
    }

    /** How the classes of its hierarchy share tables: as its root says. */
    InheritanceType strategy() {
        Inheritance said = root().type().getAnnotation(Inheritance.class);
        return said == null ? InheritanceType.SINGLE_TABLE : said.strategy();
    }

    /** Its classes from the root of its hierarchy down to itself. */
    List<EntityDraft> path() {
        List<EntityDraft> path = parent == null ? new ArrayList<>() : parent.path();
        path.add(this);
        return path;
    }

    boolean isAbstract() {
        return Modifier.isAbstract(type.getModifiers());
    }

    /** The attributes of the key that {@code mapsId} names: a part of it, or all if it is empty. */
    List<BasicDraft> keyParts(String mapsId) {
        return attributes.stream()
                .filter(BasicDraft.class::isInstance)
                .map(BasicDraft.class::cast)
                .filter(BasicDraft::isKey)
                .filter(basic -> mapsId.isEmpty()
                        || basic.path().endsWith("." + mapsId)
                        || basic.path().contains("." + mapsId + "."))
                .toList();
    }

    List<ElementDraft> elements() {
        return attributes.stream()
                .filter(ElementDraft.class::isInstance)
                .map(ElementDraft.class::cast)
                .toList();
    }

    List<RelationshipDraft> relationships() {
        return attributes.stream()
                .filter(RelationshipDraft.class::isInstance)
                .map(RelationshipDraft.class::cast)
                .toList();
    }
}
