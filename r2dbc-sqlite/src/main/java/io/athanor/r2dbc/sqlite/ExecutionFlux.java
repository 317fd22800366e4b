package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;

/** All commands of a script, for one set of values after the other. Every subscription runs them anew. */
final class ExecutionFlux extends Flux<Result> {
    private final Worker worker;
    private final Database database;
    private final List<SqlCommand> commands;
    private final List<@Nullable Object[]> bindings;
    private final Duration statementTimeout;

    ExecutionFlux(
            Worker worker,
            Database database,
            List<SqlCommand> commands,
            List<@Nullable Object[]> bindings,
            Duration statementTimeout) {
        this.worker = worker;
        this.database = database;
        this.commands = commands;
        this.bindings = bindings;
        this.statementTimeout = statementTimeout;
    }

    @Override
    public void subscribe(CoreSubscriber<? super Result> subscriber) {
        Iterator<BoundCommand> bound = new BoundCommands(commands, bindings, statementTimeout);
        subscriber.onSubscribe(new Execution(worker, database, bound, subscriber));
    }
}
