/**
 * Connections kept ready: SQLAlchemy's {@code QueuePool} on r2dbc-pool. Knows no SQL; uses {@code io.athanor} only.
 *
 * <p>r2dbc-pool and reactor-pool keep the idle connections, the waiting callers and the permits. This package decides
 * when a connection is closed, guards the hand-over to a caller against cancellation, and explains failures.
 */
@NullMarked
package io.athanor.pool;

import org.jspecify.annotations.NullMarked;
