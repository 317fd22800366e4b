package io.athanor.engine;

import io.athanor.compile.BoundStatement;
import io.athanor.engine.StatementListener.Execution;
import io.athanor.engine.StatementListener.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SignalType;

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
        long start = System.nanoTime();
        AtomicLong count = new AtomicLong();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Execution execution =
                new Execution(statement.sql(), statement.values().size(), showsValues ? statement.values() : List.of());
        tell(listener -> listener.before(execution));
        return source.doOnNext(element -> count.addAndGet(rows.applyAsLong(element)))
                .doOnError(failure::set)
                .doFinally(signal -> tell(listener -> listener.after(
                        execution,
                        new Outcome(
                                Duration.ofNanos(System.nanoTime() - start),
                                count.get(),
                                failure.get(),
                                signal == SignalType.CANCEL))));
    }

    private void tell(Consumer<StatementListener> what) {
        for (StatementListener listener : all) {
            try {
                what.accept(listener);
            } catch (RuntimeException thrown) {
                LOG.warn("A statement listener failed: {}", listener.getClass().getName(), thrown);
            }
        }
    }
}
