package io.athanor.driver.sqlite;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One connection that nobody uses, opened before the first that is and closed after the last: a database in memory ends with
 * its last connection, and a pool closes connections.
 */
final class KeptOpen {
    private final AtomicReference<@Nullable Mono<Connection>> kept = new AtomicReference<>();

    /** Opens it with the first connection of {@code factory}. */
    ConnectionFactory around(ConnectionFactory factory) {
        return new KeepingFactory(factory, this);
    }

    private Mono<Connection> keep(ConnectionFactory factory) {
        Mono<Connection> opening = kept.get();
        if (opening == null) {
            kept.compareAndSet(null, Mono.<Connection>from(factory.create()).cache());
            opening = kept.get();
        }
        return opening == null ? Mono.empty() : opening;
    }

    /** Closes it, if it was opened. One that failed to open is opened again with the next connection. */
    Mono<Void> release() {
        return Mono.defer(() -> {
            Mono<Connection> opened = kept.getAndSet(null);
            return opened == null
                    ? Mono.empty()
                    : opened.onErrorComplete().flatMap(connection -> Mono.from(connection.close()));
        });
    }

    private record KeepingFactory(ConnectionFactory factory, KeptOpen holder)
            implements ConnectionFactory, Wrapped<ConnectionFactory> {
        @Override
        public Mono<Connection> create() {
            return Mono.defer(() -> holder.keep(factory))
                    .doOnError(error -> holder.kept.set(null))
                    .then(Mono.from(factory.create()));
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
}
