package io.athanor.benchmarks.peers.athanor;

import io.athanor.benchmarks.peers.Database;
import io.athanor.benchmarks.peers.Filters;
import io.athanor.benchmarks.peers.Sizes;
import io.athanor.benchmarks.peers.r2dbc.ReactorContender;
import io.athanor.compile.StatementCompiler;
import io.athanor.engine.Engine;
import io.athanor.sql.Query;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One that is given an engine. */
abstract class EngineContender extends ReactorContender {
    private @Nullable Engine engine;
    private @Nullable StatementCompiler compiler;

    @Override
    public final void open(Database database, Sizes sizes) {
        Engine opened = Engine.builder(database.url())
                .poolSize(CONNECTIONS)
                .maxOverflow(0)
                .poolMinIdle(CONNECTIONS)
                .build();
        engine = opened;
        compiler = new StatementCompiler(opened.dialect(), StatementCompiler.DEFAULT_CACHE_SIZE);
        start(opened);
    }

    abstract void start(Engine started);

    final Engine engine() {
        return Objects.requireNonNull(engine);
    }

    abstract Query<?> query(Filters filters);

    /** As the engine does before it asks for a connection. */
    @Override
    public final String render(Filters filters) {
        return Objects.requireNonNull(compiler).compile(query(filters)).sql();
    }

    @Override
    public final void close() {
        engine().close().block();
    }
}
