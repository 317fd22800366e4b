package io.athanor.driver.h2;

import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import reactor.core.publisher.Mono;

/** Opens H2 connections, each on and for a worker of its own. */
record ConfinedConnectionFactory(ConnectionFactory factory) implements ConnectionFactory, Wrapped<ConnectionFactory> {
    @Override
    public Mono<ConfinedConnection> create() {
        return Mono.defer(() -> {
            Worker worker = new Worker();
            return worker.mono(Mono.from(factory.create())
                    .flatMap(connection -> ConfinedConnection.confine(connection, worker, factory)));
        });
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
