package io.athanor.orm;

import java.util.List;

/**
 * What a flush has written.
 *
 * @param inserted new entities
 * @param updated entities whose rows were changed
 * @param deleted entities whose rows were deleted
 */
public record FlushedEntities(List<Object> inserted, List<Object> updated, List<Object> deleted) {}
