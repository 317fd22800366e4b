package io.athanor.engine;

import io.athanor.ResultException;
import io.r2dbc.spi.Readable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** Maps rows as the driver reads them, and keeps count of whether anybody still wants them. */
final class RowSubscriber<R> implements CoreSubscriber<Object>, Subscription {
    /** Stands for a row that nobody wants: the driver must be given something for each. */
    private static final Object SKIPPED = new Object();

    private final CoreSubscriber<? super R> actual;
    private final Function<? super Readable, ? extends R> mapper;
    private final DriverConnection driver;
    private final boolean drain;

    private final AtomicBoolean left = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean unwanted;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable Subscription upstream;

    RowSubscriber(
            CoreSubscriber<? super R> actual,
            Function<? super Readable, ? extends R> mapper,
            DriverConnection driver,
            boolean drain) {
        this.actual = actual;
        this.mapper = mapper;
        this.driver = driver;
        this.drain = drain;
    }

    /** Called by the driver for each row. Throws nothing, since what a driver makes of that is its own affair. */
    Object map(Readable row) {
        if (unwanted) {
            return SKIPPED;
        }
        try {
            R mapped = mapper.apply(row);
            if (mapped != null) {
                return mapped;
            }
            failure = new ResultException("A row was mapped to null, and a stream holds no nulls."
                    + " Map it to something that may be empty, such as an Optional or a record");
        } catch (Throwable thrown) {
            Exceptions.throwIfJvmFatal(thrown);
            failure = thrown;
        }
        unwanted = true;
        return SKIPPED;
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        if (Operators.validate(upstream, subscription)) {
            upstream = subscription;
            actual.onSubscribe(this);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // what is not SKIPPED came from the mapper
    public void onNext(Object row) {
        if (unwanted) {
            leave();
        } else {
            actual.onNext((R) row);
        }
    }

    @Override
    public void onError(Throwable error) {
        if (failure == null) {
            failure = error;
        }
        end();
    }

    @Override
    public void onComplete() {
        end();
    }

    @Override
    public void request(long n) {
        Subscription subscription = upstream;
        if (subscription != null) {
            subscription.request(n);
        }
    }

    @Override
    public void cancel() {
        unwanted = true;
        leave();
    }

    private void leave() {
        Subscription subscription = upstream;
        if (subscription == null || !left.compareAndSet(false, true)) {
            return;
        }
        if (drain) {
            subscription.request(Long.MAX_VALUE);
        } else {
            subscription.cancel();
            driver.settle().subscribe(new Sequel(this::end, error -> end()));
        }
    }

    private void end() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        Throwable error = failure;
        if (error == null) {
            actual.onComplete();
        } else {
            actual.onError(error);
        }
    }
}
