package io.athanor.engine;

import io.athanor.ConnectionLostException;
import io.athanor.pool.PooledConnection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A connection on loan with its lane, and how it is given back. Confined to one use. */
final class Lease {
    private final PooledConnection connection;
    private final Lane lane;
    private volatile boolean open = true;

    Lease(PooledConnection connection, Lane lane) {
        this.connection = connection;
        this.lane = lane;
    }

    Lane lane() {
        return lane;
    }

    boolean isOpen() {
        return open;
    }

    /** After work that left nothing behind. */
    Mono<Void> giveBack() {
        return Mono.defer(() -> {
            open = false;
            return connection.release();
        });
    }

    /** After work that failed or was cancelled: brought into order first, closed if that cannot be done. */
    Mono<Void> giveBackAfter(@Nullable Throwable error) {
        if (error instanceof ConnectionLostException) {
            return invalidate();
        }
        lane.close();
        return lane.recover()
                .then(giveBack())
                .onErrorResume(restless -> Mono.defer(() -> {
                    open = false;
                    return connection.discard();
                }));
    }

    private Mono<Void> invalidate() {
        return Mono.defer(() -> {
            open = false;
            return connection.invalidate();
        });
    }
}
