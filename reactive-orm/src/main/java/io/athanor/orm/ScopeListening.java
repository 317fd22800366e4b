package io.athanor.orm;

import io.athanor.orm.mapping.Lifecycle;
import io.athanor.orm.state.LifeListener;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Tells listeners of the lives of the entities of one session, or savepoint. */
final class ScopeListening implements LifeListener {
    private final Listeners listeners;
    private final Order order;
    private final Supplier<Session> session;

    /**
     * What tells {@code listeners}.
     *
     * @param session what listeners are given, whose statements run at once
     */
    ScopeListening(Listeners listeners, Order order, Supplier<Session> session) {
        this.listeners = listeners;
        this.order = order;
        this.session = session;
    }

    @Override
    public boolean hears(Lifecycle moment) {
        return listeners.heard().contains(moment);
    }

    @Override
    public Mono<Void> tell(Lifecycle moment, Object entity) {
        return listeners.tell(moment, session.get(), entity).contextWrite(order::markMidst);
    }
}
