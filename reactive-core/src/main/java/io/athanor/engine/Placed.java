package io.athanor.engine;

import io.athanor.order.Turns;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;

/**
 * A source that is subscribed when no savepoint is open. A turn is needed only until the source has its place in the order
 * of the connection, which it has once it is subscribed.
 */
final class Placed<T> extends Flux<T> {
    private final Flux<T> source;
    private final Turns turns;

    Placed(Flux<T> source, Turns turns) {
        this.source = source;
        this.turns = turns;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        if (turns.passes()) {
            try {
                source.subscribe(actual);
            } finally {
                turns.passed();
            }
        } else {
            turns.take()
                    .flatMapMany(turn -> new Flux<T>() {
                        @Override
                        public void subscribe(CoreSubscriber<? super T> waiting) {
                            try {
                                source.subscribe(waiting);
                            } finally {
                                turn.end();
                            }
                        }
                    })
                    .subscribe(actual);
        }
    }
}
