package io.athanor.engine;

import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The statements of one transaction. Begins with the first of them; ends when the work it was given to has completed
 * (commit), failed or was cancelled (rollback). Its publishers may be subscribed in any number at once: they run one after
 * another, and a stream lets others in between its rows. Using it after its end is an {@link IllegalStateException}.
 */
public interface Transaction extends Executor {
    /**
     * Work that, if it fails or is cancelled, is undone alone: {@code SAVEPOINT}, then {@code RELEASE} or {@code ROLLBACK
     * TO}. Statements of the outer transaction that are subscribed meanwhile wait until it has ended; inside the work, use
     * the transaction it is given.
     */
    <T> Mono<T> savepoint(Function<? super Transaction, ? extends Mono<T>> work);

    /** Work of many results that, if it fails or is cancelled, is undone alone. Results come before the release. */
    <T> Flux<T> savepointMany(Function<? super Transaction, ? extends Flux<T>> work);
}
