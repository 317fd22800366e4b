package io.athanor.orm;

import io.athanor.engine.Transaction;
import io.athanor.orm.flush.Gone;
import io.athanor.orm.load.Loader;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.SessionState;
import io.athanor.orm.state.Status;
import io.athanor.sql.Change;
import io.athanor.sql.Delete;
import io.athanor.sql.TypedTable;
import io.athanor.sql.Update;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Keeps the objects of a session in step with UPDATE and DELETE of whole tables: those of the table are read again, one
 * statement for each class, or leave the session if their rows are gone. Raw SQL, and what the database does of its own
 * accord, is not followed.
 */
final class InStep {
    private final SessionState session;
    private final Transaction transaction;
    private final Loader loader;

    InStep(SessionState session, Transaction transaction, Loader loader) {
        this.session = session;
        this.transaction = transaction;
        this.loader = loader;
    }

    Mono<Void> after(Change change) {
        if (change instanceof Update update) {
            return ifAny(entities(update.table()), this::reread);
        } else if (change instanceof Delete delete) {
            return ifAny(entities(delete.table()), this::forgetGone);
        }
        return Mono.empty();
    }

    private static Mono<Void> ifAny(List<EntityState> states, Function<List<EntityState>, Mono<Void>> step) {
        return states.isEmpty() ? Mono.empty() : step.apply(states);
    }

    private List<EntityState> entities(TypedTable<?> table) {
        return session.all().stream()
                .filter(state -> state.status() == Status.PERSISTENT)
                .filter(state -> isIn(state, table))
                .toList();
    }

    private static boolean isIn(EntityState state, TypedTable<?> table) {
        return state.mapping().table().name().equals(table.name())
                || (table instanceof EntityTable<?, ?, ?> entities
                        && entities.mapping().root().equals(state.mapping().root()));
    }

    private Mono<Void> reread(List<EntityState> states) {
        states.stream()
                .filter(state -> state.mapping().isRecord())
                .forEach(session::forget); // the next read makes another
        return loader.refresh(states.stream()
                .filter(state -> !state.mapping().isRecord())
                .map(EntityState::entity)
                .toList());
    }

    private Mono<Void> forgetGone(List<EntityState> states) {
        return Gone.forgetThose(session, transaction, states);
    }
}
