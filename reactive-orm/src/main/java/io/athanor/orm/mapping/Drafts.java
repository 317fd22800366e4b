package io.athanor.orm.mapping;

import io.athanor.MappingException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the classes of a model say, each by itself. */
final class Drafts {
    private final Map<Class<?>, EntityDraft> byType = new LinkedHashMap<>();

    static Drafts read(List<Class<?>> types, ModelContext context) {
        Drafts drafts = new Drafts();
        for (Class<?> type : types) {
            if (drafts.byType.put(type, EntityReader.read(type, context)) != null) {
                throw new MappingException(type.getName() + " is given to the model twice; give it once");
            }
        }
        return drafts;
    }

    Collection<EntityDraft> all() {
        return byType.values();
    }

    /** The entity that a relationship leads to. */
    EntityDraft target(RelationshipDraft relationship) {
        EntityDraft target = byType.get(relationship.target());
        if (target == null) {
            throw relationship
                    .attribute()
                    .error("leads to " + relationship.target().getName()
                            + ", which is not in the model; add it to EntityModel.of(…), or say targetEntity");
        }
        return target;
    }
}
