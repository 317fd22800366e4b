package io.athanor.orm.flush;

import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.Generation;
import io.athanor.orm.mapping.MappedColumn;
import org.jspecify.annotations.Nullable;

/** Whether an object that no session knows has a row. */
public final class Newness {
    private Newness() {}

    /**
     * Whether the entity has no row yet, going by what it holds: it has no key; or it has one but was never given a version; or
     * its key is the application's to give and nothing says that it was saved.
     */
    public static boolean isNew(EntityMapping<?> mapping, Object entity) {
        if (mapping.key(entity) == null) {
            return true;
        }
        MappedColumn version = mapping.version();
        return version == null ? isAssigned(mapping) : isUnset(version.get(entity));
    }

    private static boolean isAssigned(EntityMapping<?> mapping) {
        return mapping.key().stream().allMatch(column -> column.generation() instanceof Generation.Assigned);
    }

    private static boolean isUnset(@Nullable Object version) {
        return version == null || (version instanceof Number number && number.longValue() == 0);
    }
}
