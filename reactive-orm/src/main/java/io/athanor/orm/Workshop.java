package io.athanor.orm;

import io.athanor.dialect.Dialect;
import io.athanor.engine.Engine;
import io.athanor.engine.Transaction;
import io.athanor.orm.flush.Flush;
import io.athanor.orm.load.LoadOptions;
import io.athanor.orm.load.Loader;
import io.athanor.orm.load.Shapes;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.orm.state.SessionState;

/**
 * What all sessions of an engine have in common. Immutable.
 *
 * @param model the entities
 * @param dialect whose SQL is sent
 * @param flush writes
 * @param shapes what loaders know of mappings
 * @param listeners who is told what sessions do
 * @param isTracking whether sessions look for changes
 * @param loading how sessions read many entities
 */
record Workshop(
        EntityModel model,
        Dialect dialect,
        Flush flush,
        Shapes shapes,
        Listeners listeners,
        boolean isTracking,
        LoadOptions loading) {
    static Workshop of(Engine engine, EntityModel model) {
        Dialect dialect = engine.dialect();
        return new Workshop(
                model,
                dialect,
                new Flush(model, dialect.maxParameters()),
                new Shapes(model),
                Listeners.NONE,
                true,
                LoadOptions.defaults());
    }

    Workshop with(SessionListener listener) {
        return new Workshop(model, dialect, flush, shapes, listeners.and(listener), isTracking, loading);
    }

    Workshop readOnly() {
        return new Workshop(model, dialect, flush, shapes, listeners, false, loading);
    }

    Workshop loading(LoadOptions options) {
        return new Workshop(model, dialect, flush, shapes, listeners, isTracking, options);
    }

    Loader loader(SessionState state, Transaction transaction) {
        return new Loader(state, transaction, dialect, shapes, loading);
    }
}
