package io.athanor.pool;

import io.r2dbc.spi.Connection;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * What is done to every connection beside its use. A hook that fails, or takes longer than
 * {@link PoolOptions#poolAnswerTimeout()}, costs the connection: it is closed.
 *
 * @param onConnect run once on a new connection, before anybody gets it; its error is the caller's error
 * @param onReturn run when a connection comes back, after an open transaction was rolled back: the place to undo session
 *     settings that the next caller must not inherit
 */
public record ConnectionHooks(
        Function<Connection, Publisher<Void>> onConnect, Function<Connection, Publisher<Void>> onReturn) {
    /** Does nothing. */
    public static final ConnectionHooks NONE = new ConnectionHooks(ConnectionHooks::nothing, ConnectionHooks::nothing);

    /** The same with another hook on new connections. */
    public ConnectionHooks withOnConnect(Function<Connection, Publisher<Void>> hook) {
        return new ConnectionHooks(hook, onReturn);
    }

    /** The same with another hook on return. */
    public ConnectionHooks withOnReturn(Function<Connection, Publisher<Void>> hook) {
        return new ConnectionHooks(onConnect, hook);
    }

    boolean resetsOnReturn() {
        return onReturn != NONE.onReturn;
    }

    private static Publisher<Void> nothing(Connection connection) {
        return Mono.empty();
    }
}
