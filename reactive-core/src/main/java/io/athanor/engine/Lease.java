package io.athanor.engine;

import io.athanor.ConnectionLostException;
import io.athanor.pool.PooledConnection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A connection on loan with its lane, and how it is given back. Confined to one use. */
final class Lease {
    private final PooledConnection connection;
    private final Lane lane;
    private final Runnable onEnd;
    private volatile boolean open = true;

    /** @param onEnd run when the connection has gone back, or is closed */
    Lease(PooledConnection connection, Lane lane, Runnable onEnd) {
        this.connection = connection;
        this.lane = lane;
        this.onEnd = onEnd;
    }

    Lane lane() {
        return lane;
    }

    boolean isOpen() {
        return open;
    }

    /** After work that left nothing behind. */
    Mono<Void> giveBack() {
        return ended(connection.release());
    }

    /** When it came too late: nobody has worked with it, and whoever is told of it may have gone. */
    void abandon() {
        open = false;
        connection.abandon(onEnd);
    }

    /** After work that failed or was cancelled: brought into order first, closed if that cannot be done. */
    Mono<Void> giveBackAfter(@Nullable Throwable error) {
        if (error instanceof ConnectionLostException) {
            return ended(connection.invalidate());
        }
        lane.close();
        return lane.recover().then(giveBack()).onErrorResume(restless -> ended(connection.discard()));
    }

    private Mono<Void> ended(Mono<Void> end) {
        return Mono.defer(() -> {
            open = false;
            return end.doOnTerminate(onEnd);
        });
    }
}
