package io.athanor.orm.flush;

import io.athanor.orm.mapping.Lifecycle;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Tells entities, and who listens to them, that they are about to be written, each once, and that they were. Confined to one flush. */
final class Moments {
    private final Set<Object> told = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Tells those that have not heard of it; false if there are none, and so nothing has changed meanwhile. */
    boolean before(Changes changes) {
        boolean isInserted = before(changes.inserts(), Lifecycle.PRE_PERSIST);
        boolean isUpdated = before(changes.updates(), Lifecycle.PRE_UPDATE);
        boolean isDeleted = before(changes.deletes(), Lifecycle.PRE_REMOVE);
        return isInserted || isUpdated || isDeleted;
    }

    private boolean before(List<RowChange> rows, Lifecycle moment) {
        boolean isAnybody = false;
        for (RowChange row : rows) {
            if (row.mapping().listensTo(moment) && told.add(row.entity())) {
                row.mapping().tell(moment, row.entity());
                isAnybody = true;
            }
        }
        return isAnybody;
    }

    /** Tells all of them. */
    static void after(Changes changes) {
        after(changes.inserts(), Lifecycle.POST_PERSIST);
        after(changes.updates(), Lifecycle.POST_UPDATE);
        after(changes.deletes(), Lifecycle.POST_REMOVE);
    }

    private static void after(List<RowChange> rows, Lifecycle moment) {
        rows.forEach(row -> row.mapping().tell(moment, row.entity()));
    }
}
