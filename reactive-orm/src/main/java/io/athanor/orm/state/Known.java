package io.athanor.orm.state;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a session knows of an entity at one time. Immutable, so that a savepoint can come back to it.
 *
 * @param status what the session is going to do with it
 * @param key its key, null as long as it has none
 * @param row what its row is known to hold; null if that is not of interest, because it is new or only read
 * @param members what its loaded relationships lead to, by attribute
 */
record Known(Status status, @Nullable EntityKey key, @Nullable Snapshot row, Map<String, Remembered> members) {}
