package io.athanor.orm;

import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Opens sessions over the entities of a model. Make one for each engine and keep it; it is safe for any number of threads. */
public interface Sessions {
    /** Runs work in a session of its own: flushes and commits when it completes, rolls back if it fails or is cancelled. */
    <T> Mono<T> run(Function<? super Session, ? extends Mono<T>> work);

    /** Runs work of many results in a session of its own. They are emitted as they come, before the commit. */
    <T> Flux<T> runMany(Function<? super Session, ? extends Flux<T>> work);
}
