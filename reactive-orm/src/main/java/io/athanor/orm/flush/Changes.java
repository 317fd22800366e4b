package io.athanor.orm.flush;

import io.athanor.orm.state.EntityState;
import java.util.List;

/**
 * What has to become of the database for it to be as the objects are.
 *
 * @param inserts rows of new entities, in the order in which they were added or reached
 * @param updates rows that differ from their objects
 * @param deletes rows of deleted entities
 * @param links rows of join tables to insert
 * @param unlinks rows of join tables to delete
 * @param emptied relationships of deleted entities, and collections of values that are written anew
 * @param dropped new entities that are not inserted since they were deleted before
 * @param references what to-one relationships lead to where the attribute says otherwise
 * @param arranged collections whose places columns keep and whose members have come, gone or changed places
 */
record Changes(
        List<RowChange> inserts,
        List<RowChange> updates,
        List<RowChange> deletes,
        List<Link> links,
        List<Link> unlinks,
        List<Emptying> emptied,
        List<EntityState> dropped,
        References references,
        List<Arranged> arranged) {
    boolean isEmpty() {
        return inserts.isEmpty()
                && updates.isEmpty()
                && deletes.isEmpty()
                && links.isEmpty()
                && unlinks.isEmpty()
                && emptied.isEmpty()
                && dropped.isEmpty()
                && references.all().isEmpty();
    }
}
