package io.athanor.pool;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import reactor.core.publisher.Mono;

/** What r2dbc-pool takes its connections from. */
record OpeningFactory(ConnectionFactory driver, Mono<Connection> connections) implements ConnectionFactory {
    @Override
    public Mono<Connection> create() {
        return connections;
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return driver.getMetadata();
    }
}
