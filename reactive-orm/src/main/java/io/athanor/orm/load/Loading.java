package io.athanor.orm.load;

import io.athanor.engine.Executor;
import io.athanor.orm.state.SessionState;
import org.jspecify.annotations.Nullable;

/**
 * What loading needs of a session.
 *
 * @param session its entities
 * @param executor what runs its statements
 * @param shapes what is known of the mappings
 * @param chunks how keys are written
 * @param recurs whether the database follows rows to where there are no others, in one statement
 * @param eviction what lets go of what has streamed by, null if all is kept
 */
record Loading(
        SessionState session,
        Executor executor,
        Shapes shapes,
        KeyChunks chunks,
        boolean recurs,
        @Nullable Eviction eviction) {
    /** A pass that leaves what is known as it is. */
    Pass pass() {
        return new Pass(this, false, eviction == null ? null : eviction.begin());
    }

    /** A pass that makes what is known as its rows are. */
    Pass overwritingPass() {
        return new Pass(this, true, eviction == null ? null : eviction.begin());
    }
}
