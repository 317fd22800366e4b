package io.athanor.orm.load;

import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.Portion;
import io.athanor.orm.mapping.RelationshipLoad;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.sql.Ordering;
import io.athanor.sql.Predicate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for of any number of owners at once. Equal ones are loaded together. Immutable.
 *
 * @param relationship the relationship
 * @param load what the caller said of it, null if nothing
 */
record Ask(RelationshipMapping relationship, @Nullable RelationshipLoad<?, ?, ?> load) {
    static Ask of(RelationshipLoad<?, ?, ?> load) {
        return new Ask(load.path().mapping(), load);
    }

    static Ask of(RelationshipMapping relationship) {
        return new Ask(relationship, null);
    }

    EntityTable<?, ?, ?> target() {
        return load == null ? relationship.target().table() : load.target();
    }

    List<RelationshipLoad<?, ?, ?>> nested() {
        return load == null ? List.of() : load.nested();
    }

    /** What is read of a target. */
    EntitySelection<?> selection(Shapes shapes) {
        return shapes.selection(target(), load == null ? Portion.USUAL : load.portion(), nested());
    }

    List<Ordering> order() {
        return load == null ? relationship.order() : load.order();
    }

    @Nullable
    Predicate condition() {
        return load == null ? null : load.condition();
    }
}
