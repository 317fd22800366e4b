package io.athanor.orm.flush;

import java.util.List;

/**
 * Entities whose rows a flush has written.
 *
 * @param inserted new ones
 * @param updated those that had changed
 * @param deleted those that were deleted
 */
public record Written(List<Object> inserted, List<Object> updated, List<Object> deleted) {
    static Written of(Changes changes) {
        return new Written(entities(changes.inserts()), entities(changes.updates()), entities(changes.deletes()));
    }

    private static List<Object> entities(List<RowChange> rows) {
        return rows.stream().map(RowChange::entity).toList();
    }
}
