package io.athanor.orm;

import java.util.List;

/**
 * What a flush has written.
 *
 * @param inserted new entities
 * @param updated entities whose rows were changed
 * @param deleted entities whose rows were deleted
 * @param plan the steps in which it was done, such as {@code insert "author" x1 / insert "article" x2 / delete "comment" x1}
 */
public record FlushedEntities(List<Object> inserted, List<Object> updated, List<Object> deleted, String plan) {}
