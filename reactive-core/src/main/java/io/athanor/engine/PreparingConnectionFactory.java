package io.athanor.engine;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * A factory that does something with each new connection before anybody gets it. A connection that cannot be prepared is
 * closed again.
 */
public final class PreparingConnectionFactory implements ConnectionFactory, Wrapped<ConnectionFactory> {
    private final ConnectionFactory factory;
    private final Function<? super Connection, ? extends Mono<Void>> preparation;

    /** Does {@code preparation} with each connection of {@code factory}. */
    public PreparingConnectionFactory(
            ConnectionFactory factory, Function<? super Connection, ? extends Mono<Void>> preparation) {
        this.factory = factory;
        this.preparation = preparation;
    }

    /** Opens a connection and prepares it; one that is not wanted any more is closed. */
    @Override
    public Mono<Connection> create() {
        return Mono.usingWhen(
                factory.create(),
                connection -> preparation.apply(connection).<Connection>thenReturn(connection),
                connection -> Mono.empty(),
                (connection, error) -> connection.close(),
                Connection::close);
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return factory.getMetadata();
    }

    @Override
    public ConnectionFactory unwrap() {
        return factory;
    }
}
