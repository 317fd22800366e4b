package io.athanor.orm.state;

import io.athanor.orm.mapping.Lifecycle;
import reactor.core.publisher.Mono;

/** Is told of moments in the lives of a session's entities, and waited for. */
public interface LifeListener {
    /** Nobody. */
    LifeListener NOBODY = new LifeListener() {
        @Override
        public boolean hears(Lifecycle moment) {
            return false;
        }

        @Override
        public Mono<Void> tell(Lifecycle moment, Object entity) {
            return Mono.empty();
        }
    };

    /** Whether it wants to be told of such moments. */
    boolean hears(Lifecycle moment);

    /** Tells it; the session goes on when it has completed. */
    Mono<Void> tell(Lifecycle moment, Object entity);
}
