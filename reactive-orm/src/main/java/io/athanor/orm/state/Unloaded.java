package io.athanor.orm.state;

import io.athanor.NotLoadedException;
import io.athanor.orm.mapping.RelationshipMapping;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A collection that stands in an attribute that was not loaded. Whatever is asked of it is a {@link NotLoadedException}; only
 * {@code toString()} says quietly that it is not loaded, for logs and debuggers.
 */
public sealed interface Unloaded permits UnloadedList, UnloadedSet, UnloadedMap {
    /** What {@code toString()} says. */
    String WORDS = "(not loaded)";

    /** One for an attribute that holds many. */
    static Object of(RelationshipMapping relationship) {
        return switch (relationship.holder()) {
            case LIST -> new UnloadedList<>(relationship);
            case SET -> new UnloadedSet<>(relationship);
            case MAP -> new UnloadedMap<>(relationship);
            case ONE -> throw new IllegalArgumentException(relationship.name() + " holds one, not many");
        };
    }

    /** Whether {@code value} is one. */
    static boolean is(@Nullable Object value) {
        return value instanceof Unloaded;
    }

    /** The error of using what was not loaded, with the fix. */
    static NotLoadedException error(RelationshipMapping relationship) {
        String entity = relationship.owner().name();
        String table = constant(entity);
        return new NotLoadedException(
                entity,
                relationship.name(),
                "load it along, select(" + table + ".with(" + table + "." + relationship.name()
                        + ")), or when it is needed, session.load(entity, " + table + "." + relationship.name() + ")");
    }

    private static String constant(String entity) {
        return entity.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
