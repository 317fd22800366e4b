package io.athanor.testing;

import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.Wrapped;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A real statement that records its SQL each time it is executed. */
final class RecordingStatement implements Statement, Wrapped<Statement> {
    private final Statement delegate;
    private final String sql;
    private final RecordingConnectionFactory recorder;

    RecordingStatement(Statement delegate, String sql, RecordingConnectionFactory recorder) {
        this.delegate = delegate;
        this.sql = sql;
        this.recorder = recorder;
    }

    @Override
    public Statement unwrap() {
        return delegate;
    }

    @Override
    public Publisher<? extends Result> execute() {
        return Flux.defer(() -> {
            recorder.statement(sql);
            return delegate.execute();
        });
    }

    @Override
    public Statement add() {
        delegate.add();
        return this;
    }

    @Override
    public Statement bind(int index, Object value) {
        delegate.bind(index, value);
        return this;
    }

    @Override
    public Statement bind(String name, Object value) {
        delegate.bind(name, value);
        return this;
    }

    @Override
    public Statement bindNull(int index, Class<?> type) {
        delegate.bindNull(index, type);
        return this;
    }

    @Override
    public Statement bindNull(String name, Class<?> type) {
        delegate.bindNull(name, type);
        return this;
    }

    @Override
    public Statement returnGeneratedValues(String... columns) {
        delegate.returnGeneratedValues(columns);
        return this;
    }

    @Override
    public Statement fetchSize(int rows) {
        delegate.fetchSize(rows);
        return this;
    }
}
