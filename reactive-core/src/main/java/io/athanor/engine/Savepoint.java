package io.athanor.engine;

import io.athanor.order.Turns;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One savepoint of a scope, from the turn it has there to its release or its rollback. Its turn ends with the last statement
 * about it, so nothing of the scope comes between what it did and its rollback.
 *
 * <p>Its state moves on only where the connection's operations run, one after another. One that is given up between its
 * turn and its opening may be opened all the same: with nothing in it, it ends with the transaction.
 */
final class Savepoint {
    private final TransactionRun run;
    private final Turns.Turn turn;
    private final @Nullable Savepoint around;
    private final String name;
    private volatile State state = State.NEW;

    Savepoint(TransactionRun run, Turns.Turn turn, @Nullable Savepoint around) {
        this.run = run;
        this.turn = turn;
        this.around = around;
        this.name = run.nextSavepoint();
    }

    /** Opens it. */
    Mono<Void> open() {
        return run.lane()
                .flatMap(lane -> lane.control(() -> {
                    state = State.OPENING;
                    return lane.openSavepoint(name).doOnSuccess(done -> state = State.OPEN);
                }));
    }

    /** Keeps what was done inside. */
    Mono<Void> release() {
        return run.lane()
                .flatMap(lane -> lane.control(closing(() -> lane.keepSavepoint(name))))
                .doOnTerminate(turn::end);
    }

    /** Undoes what was done inside, once what runs there has ended. */
    Mono<Void> undo() {
        return Mono.defer(() ->
                        state == State.NEW ? Mono.<Void>empty() : run.lane().flatMap(this::undo))
                .doOnTerminate(turn::end);
    }

    private Mono<Void> undo(Lane lane) {
        return lane.abort().then(lane.control(closing(() -> lane.undoSavepoint(name))));
    }

    /** What closes it, unless it never was open, or is gone with one around it. */
    private Supplier<Mono<Void>> closing(Supplier<Mono<Void>> command) {
        return () -> {
            boolean closes = state == State.OPEN && !isGone();
            state = State.CLOSED;
            return closes ? command.get() : Mono.empty();
        };
    }

    private boolean isGone() {
        return state == State.CLOSED || (around != null && around.isGone());
    }

    private enum State {
        NEW,
        OPENING,
        OPEN,
        CLOSED
    }
}
