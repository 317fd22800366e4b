package io.athanor.orm.load;

import io.athanor.engine.Executor;
import io.athanor.orm.state.SessionState;

/**
 * What loading needs of a session.
 *
 * @param session its entities
 * @param executor what runs its statements
 * @param shapes what is known of the mappings
 * @param chunks how keys are written
 */
record Loading(SessionState session, Executor executor, Shapes shapes, KeyChunks chunks) {}
