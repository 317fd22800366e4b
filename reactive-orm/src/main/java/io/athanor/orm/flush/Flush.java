package io.athanor.orm.flush;

import io.athanor.engine.Transaction;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.orm.state.SessionState;
import io.athanor.sql.TypedTable;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The unit of work: collect what has changed, put it in order and together, write it as sets, and make objects and session what
 * the database is then. One for all sessions of an engine; safe for threads.
 */
public final class Flush {
    private static final Logger LOG = LoggerFactory.getLogger(Flush.class);

    private final EntityModel model;
    private final int maxParameters;
    private final KeyBlocks keys = new KeyBlocks();
    private final Map<TypedTable<?>, Integer> positions = new HashMap<>();

    /**
     * Flushes of sessions over the entities of {@code model}.
     *
     * @param maxParameters how many values a statement takes
     */
    public Flush(EntityModel model, int maxParameters) {
        this.model = model;
        this.maxParameters = maxParameters;
        for (TypedTable<?> table : model.metaData().tables()) {
            positions.put(table, positions.size());
        }
    }

    /**
     * Writes what of a session's entities has changed. Nothing of objects and session is touched before all is written: a
     * flush that fails leaves both as they were.
     *
     * @param writing told when what follows may leave half of it written, and when all is written
     * @return what was written; empty if there was nothing to write
     */
    public Mono<Written> run(SessionState session, Transaction transaction, Loading loading, Writing writing) {
        return Mono.defer(() -> {
            Moments moments = new Moments(session.listener());
            return collect(session, loading, moments)
                    .filter(changes -> !changes.isEmpty())
                    .flatMap(changes -> keys.assign(changes.inserts(), transaction)
                            .then(Mono.defer(() -> write(session, changes, transaction, writing)))
                            .flatMap(written -> moments.after(changes).thenReturn(written)));
        });
    }

    /** What has changed, after all who wanted to change something before have. */
    private Mono<Changes> collect(SessionState session, Loading loading, Moments moments) {
        return Collecting.of(session, model, loading).flatMap(changes -> moments.before(changes)
                .flatMap(isTold -> isTold ? collect(session, loading, moments) : Mono.just(changes)));
    }

    private Mono<Written> write(SessionState session, Changes changes, Transaction transaction, Writing writing) {
        Plan plan = plan(changes);
        LOG.debug("flush: {}", plan);
        writing.begins();
        return new Execution(transaction, maxParameters).run(plan).then(Mono.fromSupplier(() -> {
            writing.ends(() -> Synchronising.run(session, changes));
            return Written.of(changes, plan);
        }));
    }

    Plan plan(Changes changes) {
        return Plan.of(changes, table -> positions.getOrDefault(table, Integer.MAX_VALUE));
    }

    /** Is told when a flush begins to write, and when all is written. */
    public interface Writing {
        /** What follows may leave half of it written. */
        void begins();

        /** All is written; runs {@code synchronise} unless the transaction is over meanwhile. */
        void ends(Runnable synchronise);
    }
}
