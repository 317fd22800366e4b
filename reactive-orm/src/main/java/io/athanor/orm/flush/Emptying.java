package io.athanor.orm.flush;

import io.athanor.orm.mapping.RelationshipMapping;
import java.util.List;

/**
 * All that a relationship of deleted entities leads to is parted from them, read or not: rows of a join table go, foreign keys
 * to them become NULL.
 *
 * @param relationship the relationship, from either side
 * @param owners the keys of the deleted entities
 */
record Emptying(RelationshipMapping relationship, List<List<Object>> owners) {}
