package io.athanor.pool;

import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/** One {@link Acquisition} for each subscriber. */
final class AcquisitionMono extends Mono<PooledConnection> {
    private final ConnectionPool pool;
    private final @Nullable AcquisitionPlace place;

    AcquisitionMono(ConnectionPool pool, @Nullable AcquisitionPlace place) {
        this.pool = pool;
        this.place = place;
    }

    @Override
    public void subscribe(CoreSubscriber<? super PooledConnection> actual) {
        actual.onSubscribe(new Acquisition(pool, place, actual));
    }
}
