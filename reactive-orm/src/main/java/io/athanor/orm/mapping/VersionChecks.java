package io.athanor.orm.mapping;

import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;

/** What can be wrong with a version. */
final class VersionChecks {
    private static final Set<Class<?>> TYPES =
            Set.of(Integer.class, Long.class, Short.class, Instant.class, LocalDateTime.class);

    private VersionChecks() {}

    static void check(Attribute attribute) {
        if (!TYPES.contains(Boxes.of(attribute.rawType()))) {
            throw attribute.error(
                    Version.class,
                    "is on a " + attribute.rawType().getName()
                            + "; a version is an int, long, short, Instant or LocalDateTime");
        }
    }
}
