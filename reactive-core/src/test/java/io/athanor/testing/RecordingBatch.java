package io.athanor.testing;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Wrapped;
import java.util.ArrayList;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A real batch that records its statements, joined by semicolons, as one. */
final class RecordingBatch implements Batch, Wrapped<Batch> {
    private final Batch delegate;
    private final RecordingConnectionFactory recorder;
    private final List<String> statements = new ArrayList<>();

    RecordingBatch(Batch delegate, RecordingConnectionFactory recorder) {
        this.delegate = delegate;
        this.recorder = recorder;
    }

    @Override
    public Batch unwrap() {
        return delegate;
    }

    @Override
    public Batch add(String sql) {
        delegate.add(sql);
        statements.add(sql);
        return this;
    }

    @Override
    public Publisher<? extends Result> execute() {
        return Flux.defer(() -> {
            recorder.statement(String.join("; ", statements));
            return delegate.execute();
        });
    }
}
