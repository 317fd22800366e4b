package io.athanor.driver.h2;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A connection nobody uses: it is opened after the first of a factory, and a database in memory stays as long as it does. */
final class Anchor {
    private final AtomicBoolean isDropped = new AtomicBoolean();
    private volatile @Nullable Connection held;

    /** The same factory; the first connection it opens is followed by this one. */
    ConnectionFactory hold(ConnectionFactory factory) {
        return new Holding(factory, this);
    }

    /** Closes it, if it was ever opened, and with it the database unless others use that. */
    Mono<Void> release() {
        return Mono.defer(() -> {
            Connection anchor = held;
            held = null;
            return anchor == null ? Mono.empty() : new Worker().<Void>mono(anchor.close());
        });
    }

    private Mono<Connection> after(Connection first, ConnectionFactory factory) {
        if (!isDropped.compareAndSet(false, true)) {
            return Mono.just(first);
        }
        return Mono.from(factory.create())
                .doOnNext(connection -> held = connection)
                .doOnError(error -> isDropped.set(false))
                .onErrorResume(error -> Mono.from(first.close()).then(Mono.error(error)))
                .thenReturn(first);
    }

    private record Holding(ConnectionFactory factory, Anchor anchor)
            implements ConnectionFactory, Wrapped<ConnectionFactory> {
        @Override
        public Publisher<? extends Connection> create() {
            return Mono.from(factory.create()).flatMap(connection -> anchor.after(connection, factory));
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
