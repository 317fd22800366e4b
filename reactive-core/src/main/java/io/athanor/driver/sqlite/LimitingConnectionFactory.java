package io.athanor.driver.sqlite;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Connections whose statements have a time limit.
 *
 * @param factory where they come from
 * @param limit how long each statement may take
 */
record LimitingConnectionFactory(ConnectionFactory factory, Duration limit)
        implements ConnectionFactory, Wrapped<ConnectionFactory> {
    /** A connection that is not wanted any more is closed. */
    @Override
    public Mono<Connection> create() {
        return Mono.usingWhen(
                factory.create(),
                connection -> LimitedConnection.limit(connection, limit),
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
