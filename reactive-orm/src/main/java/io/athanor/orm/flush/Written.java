package io.athanor.orm.flush;

import java.util.List;

/**
 * Entities whose rows a flush has written.
 *
 * @param inserted new ones
 * @param updated those that had changed
 * @param deleted those that were deleted
 * @param plan in which steps
 */
public record Written(List<Object> inserted, List<Object> updated, List<Object> deleted, String plan) {
    static Written of(Changes changes, Plan plan) {
        return new Written(
                entities(changes.inserts()), entities(changes.updates()), entities(changes.deletes()), plan.toString());
    }

    private static List<Object> entities(List<RowChange> rows) {
        return rows.stream().map(RowChange::entity).toList();
    }
}
