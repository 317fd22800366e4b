package io.athanor.pool;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Real connections that can be made to wait, or to fail, before a call of a name reaches the driver: the way to hold an
 * acquisition at each point at which it waits for the database.
 */
final class GatedConnections implements ConnectionFactory {
    private final ConnectionFactory delegate;
    private final Publisher<Void> otherwise;
    private final Map<String, Publisher<Void>> gates = new ConcurrentHashMap<>();

    GatedConnections(ConnectionFactory delegate) {
        this(delegate, Mono.empty());
    }

    /** Every call without a gate of its own goes on when {@code otherwise} completes, on the thread on which it does. */
    GatedConnections(ConnectionFactory delegate, Publisher<Void> otherwise) {
        this.delegate = delegate;
        this.otherwise = otherwise;
    }

    /** Lets {@code create}, or a method of the connection, go on when {@code gate} completes. */
    void gate(String method, Publisher<Void> gate) {
        gates.put(method, gate);
    }

    void open(String method) {
        gates.remove(method);
    }

    @Override
    public Publisher<Connection> create() {
        return gated("create", Mono.from(delegate.create())).map(this::gated).next();
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return delegate.getMetadata();
    }

    private Connection gated(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(connection, arguments);
                        return result instanceof Publisher<?> publisher ? gated(method.getName(), publisher) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private <T> Flux<T> gated(String name, Publisher<T> publisher) {
        return Flux.defer(() -> Flux.from(gates.getOrDefault(name, otherwise))
                .cast(Object.class)
                .thenMany(publisher));
    }
}
