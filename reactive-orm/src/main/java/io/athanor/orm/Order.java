package io.athanor.orm;

import io.athanor.PendingRollbackException;
import io.athanor.order.Turns;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The order of what a session, or a savepoint in it, is asked for: one step after another in the order of their subscriptions,
 * each from its flush until its statement has its place on the connection. A savepoint is one long step of what is around it.
 */
final class Order {
    /** What marks the context of those who work in a session; one for each session. */
    private final Object session;

    private final @Nullable Order outer;
    private final boolean isOfListeners;
    private final Turns turns = new Turns();
    private volatile boolean ended;
    private volatile @Nullable Throwable failure;

    private Order(Object session, @Nullable Order outer, boolean isOfListeners) {
        this.session = session;
        this.outer = outer;
        this.isOfListeners = isOfListeners;
    }

    static Order ofSession() {
        return new Order(new Object(), null, false);
    }

    Order ofSavepoint() {
        return new Order(session, this, false);
    }

    /** That of those who are called in the midst of a step: they wait for no other, whatever their context. */
    Order ofListeners() {
        return new Order(session, this, true);
    }

    /** Nothing more is done here. */
    void end() {
        ended = true;
    }

    /** What was written has to be rolled back before anything else is done. */
    void fail(Throwable error) {
        failure = error;
    }

    boolean hasEnded() {
        for (Order order = this; order != null; order = order.outer) {
            if (order.ended) {
                return true;
            }
        }
        return false;
    }

    /** Whoever works under this context works in this session or savepoint. */
    Context mark(Context context) {
        return context.put(session, new Place(this, false));
    }

    /** Whoever works under this context does so in the midst of a step: a listener of a flush. */
    Context markMidst(Context context) {
        return context.put(session, new Place(this, true));
    }

    /** An error if nothing may be done here now. */
    void check() {
        if (hasEnded()) {
            throw new IllegalStateException(
                    "This session, or savepoint, has ended: use it inside the work it was given to");
        }
        for (Order order = this; order != null; order = order.outer) {
            Throwable error = order.failure;
            if (error != null) {
                throw new PendingRollbackException(
                        "a flush of this session has failed before, and what it wrote has to be rolled back first: let the"
                                + " error end the session, or put what may fail into a savepoint",
                        error);
            }
        }
    }

    /** Whether {@code context} is that of a listener of a flush; an error if nothing may be done here under it. */
    boolean isInMidst(ContextView context) {
        check();
        if (isOfListeners) {
            return true;
        }
        Place place = context.getOrDefault(session, null);
        if (place == null || place.order == this) {
            return place != null && place.isMidst;
        }
        if (!place.order.hasEnded() && place.order.isWithin(this)) {
            throw new IllegalStateException(
                    "Inside a savepoint, use the session that its work was given: the outer one waits for its end");
        }
        return false;
    }

    private boolean isWithin(Order other) {
        for (Order each = outer; each != null; each = each.outer) {
            if (each == other) {
                return true;
            }
        }
        return false;
    }

    /** A statement that is subscribed when {@code before} has completed; the next step follows once it is subscribed. */
    <T> Flux<T> placed(Supplier<Mono<Void>> before, Supplier<Flux<T>> statement) {
        return Flux.deferContextual(context -> {
            if (isInMidst(context)) {
                return statement.get();
            }
            return turns.take().flatMapMany(turn -> Mono.defer(() -> {
                        check();
                        return before.get();
                    })
                    .doOnError(error -> turn.end())
                    .doOnCancel(turn::end)
                    .thenMany(new Placed<>(Flux.defer(statement), turn)));
        });
    }

    <T> Mono<T> placedOnce(Supplier<Mono<Void>> before, Supplier<Mono<T>> statement) {
        return placed(before, () -> statement.get().flux()).singleOrEmpty();
    }

    /** A step that nothing else comes in between. */
    <T> Mono<T> alone(Supplier<Mono<T>> step) {
        return Mono.deferContextual(context -> {
            if (isInMidst(context)) {
                return step.get();
            }
            return Mono.usingWhen(turns.take(), turn -> Mono.defer(() -> checked(step)), Order::ended);
        });
    }

    /** A step that nothing else comes in between, and that none may take in the midst of another. */
    <T> Mono<T> aloneAndNotInMidst(Supplier<Mono<T>> step) {
        return Mono.deferContextual(context -> isInMidst(context) ? Mono.error(inMidst()) : alone(step));
    }

    /** A step of many results that nothing else comes in between, and that none may take in the midst of another. */
    <T> Flux<T> aloneManyAndNotInMidst(Supplier<Flux<T>> step) {
        return Flux.deferContextual(context -> isInMidst(context) ? Flux.error(inMidst()) : aloneMany(step));
    }

    private static IllegalStateException inMidst() {
        return new IllegalStateException(
                "A listener is called in the midst of a flush or a load, where no savepoint can be"
                        + " set: put the work that the listener listens to into one");
    }

    /** A step of many results that nothing else comes in between. */
    <T> Flux<T> aloneMany(Supplier<Flux<T>> step) {
        return Flux.deferContextual(context -> {
            if (isInMidst(context)) {
                return step.get();
            }
            return Flux.usingWhen(turns.take(), turn -> Flux.defer(() -> checked(step)), Order::ended);
        });
    }

    private <P> P checked(Supplier<P> step) {
        check();
        return step.get();
    }

    private static Mono<Void> ended(Turns.Turn turn) {
        return Mono.fromRunnable(turn::end);
    }

    /** Where somebody works. */
    private record Place(Order order, boolean isMidst) {}

    /** A source whose turn ends once it is subscribed: it has its place then. */
    private static final class Placed<T> extends Flux<T> {
        private final Flux<T> source;
        private final Turns.Turn turn;

        Placed(Flux<T> source, Turns.Turn turn) {
            this.source = source;
            this.turn = turn;
        }

        @Override
        public void subscribe(CoreSubscriber<? super T> actual) {
            try {
                source.subscribe(actual);
            } finally {
                turn.end();
            }
        }
    }
}
