package io.athanor.engine;

import io.athanor.compile.BoundStatement;
import io.athanor.engine.StatementListener.Execution;
import io.athanor.engine.StatementListener.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;

/** Tells the listeners of an engine what it runs. */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);
    private final List<StatementListener> all;
    private final boolean showsValues;

    Listeners(List<StatementListener> all, boolean showsValues) {
        this.all = List.copyOf(all);
        this.showsValues = showsValues;
    }

    /** The source, whose run the listeners are told of; {@code rows} counts what an element stands for. */
    <T> Flux<T> watch(BoundStatement statement, Flux<T> source, ToLongFunction<? super T> rows) {
        return all.isEmpty() ? source : Flux.defer(() -> watched(statement, source, rows));
    }

    private <T> Flux<T> watched(BoundStatement statement, Flux<T> source, ToLongFunction<? super T> rows) {
        Run run = new Run(new Execution(
                statement.sql(), statement.values().size(), showsValues ? statement.values() : List.of()));
        tell(listener -> listener.before(run.execution));
        return source.doOnNext(element -> run.rows.addAndGet(rows.applyAsLong(element)))
                .doOnComplete(() -> run.end(null, false))
                .doOnError(error -> run.end(error, false))
                .doOnCancel(() -> run.end(null, true));
    }

    private void tell(Consumer<StatementListener> what) {
        for (StatementListener listener : all) {
            try {
                what.accept(listener);
            } catch (Throwable thrown) {
                Exceptions.throwIfJvmFatal(thrown);
                LOG.warn("A statement listener failed: {}", listener.getClass().getName(), thrown);
            }
        }
    }

    /** One run of a statement, which ends once: a cancel may come while it ends by itself. */
    private final class Run {
        private final Execution execution;
        private final long start = System.nanoTime();
        private final AtomicLong rows = new AtomicLong();
        private final AtomicBoolean ended = new AtomicBoolean();

        Run(Execution execution) {
            this.execution = execution;
        }

        void end(@Nullable Throwable failure, boolean cancelled) {
            if (ended.compareAndSet(false, true)) {
                Duration duration = Duration.ofNanos(System.nanoTime() - start);
                Outcome outcome = new Outcome(duration, rows.get(), failure, cancelled);
                tell(listener -> listener.after(execution, outcome));
            }
        }
    }
}
