package io.athanor.orm.load;

import io.athanor.engine.Executor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Says when the statement of a number has been asked for. */
final class Cancelling {
    private final int at;
    private final AtomicInteger seen = new AtomicInteger();
    private final Sinks.Empty<Void> reached = Sinks.empty();

    Cancelling(int at) {
        this.at = at;
    }

    /** Completes when the statement has been subscribed, and before it has ended. */
    Mono<Void> reached() {
        return reached.asMono();
    }

    /** An executor that passes all on, and counts streams and single rows. */
    Executor watching(Executor executor) {
        return (Executor) Proxy.newProxyInstance(
                Executor.class.getClassLoader(), new Class<?>[] {Executor.class}, (proxy, method, arguments) -> {
                    try {
                        return counted(method.invoke(executor, arguments));
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private Object counted(Object publisher) {
        if (publisher instanceof Flux<?> flux) {
            return flux.doOnSubscribe(subscription -> count());
        }
        return publisher instanceof Mono<?> mono ? mono.doOnSubscribe(subscription -> count()) : publisher;
    }

    private void count() {
        if (seen.getAndIncrement() == at) {
            reached.tryEmitEmpty();
        }
    }
}
