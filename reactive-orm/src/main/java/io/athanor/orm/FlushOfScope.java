package io.athanor.orm;

import io.athanor.EntityStateException;
import io.athanor.engine.Transaction;
import io.athanor.orm.flush.Flush;
import io.athanor.orm.flush.Written;
import io.athanor.orm.load.Loader;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.SessionState;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Flushes in a session or a savepoint, and the listeners' part in it. What goes wrong while it writes fails the scope. */
final class FlushOfScope {
    private final Workshop workshop;
    private final SessionState state;
    private final Transaction transaction;
    private final Loader loader;
    private final Order order;

    FlushOfScope(Workshop workshop, SessionState state, Transaction transaction, Loader loader, Order order) {
        this.workshop = workshop;
        this.state = state;
        this.transaction = transaction;
        this.loader = loader;
        this.order = order;
    }

    /** Writes what has changed. For one step of {@link #order}. */
    Mono<Void> run(Session session) {
        if (!state.isTracking()) {
            return Mono.empty();
        }
        return tell("beforeFlush", listener -> listener.beforeFlush(session))
                .then(write(state))
                .flatMap(written -> tell(
                        "afterFlush",
                        listener -> listener.afterFlush(
                                session,
                                new FlushedEntities(
                                        written.inserted(), written.updated(), written.deleted(), written.plan()))));
    }

    Mono<Void> tell(String event, Function<SessionListener, Mono<Void>> call) {
        return workshop.listeners().isEmpty()
                ? Mono.empty()
                : workshop.listeners().tell(event, call).contextWrite(order::markMidst);
    }

    /** Inserts new entities, and new ones that they lead to, which then are no part of the session. For one step of the order. */
    Mono<Void> pass(List<?> entities) {
        return Mono.defer(() -> {
            SessionState passing = state.passing();
            Membership membership = new Membership(passing, workshop.model());
            for (Object entity : entities) {
                if (state.of(entity) != null) {
                    throw new EntityStateException("this "
                            + workshop.model().mapping(entity.getClass()).name()
                            + " is part of the session already, which inserts it when it flushes");
                }
                membership.add(entity);
            }
            return write(passing).then();
        });
    }

    private Mono<Written> write(SessionState states) {
        return Mono.defer(() -> {
            Writing writing = new Writing();
            return workshop.flush()
                    .run(
                            states,
                            transaction,
                            (relationship, owners) -> loader.load(
                                    owners.stream().map(EntityState::entity).toList(), relationship),
                            writing)
                    .doOnError(writing::isLeft)
                    .doOnCancel(() -> writing.isLeft(new CancellationException("the flush was cancelled half way")));
        });
    }

    /** One flush, from its first statement that writes to the moment when all of it is known. */
    private final class Writing implements Flush.Writing {
        private boolean isUnderWay;

        @Override
        public void begins() {
            loader.barrier();
            synchronized (state.monitor()) {
                isUnderWay = true;
            }
        }

        @Override
        public void ends(Runnable synchronise) {
            synchronized (state.monitor()) {
                if (isUnderWay && !order.hasEnded()) {
                    isUnderWay = false;
                    synchronise.run();
                }
            }
        }

        void isLeft(Throwable error) {
            synchronized (state.monitor()) {
                if (isUnderWay) {
                    isUnderWay = false;
                    order.fail(error);
                }
            }
        }
    }
}
