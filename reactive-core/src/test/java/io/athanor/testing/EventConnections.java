package io.athanor.testing;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.Wrapped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Connections that call a listener at every await point: when one is opened, each time a driver's publisher is subscribed,
 * and each time it emits or ends. The listener sees the number of the event since it was set.
 */
public final class EventConnections implements ConnectionFactory, Wrapped<ConnectionFactory> {
    private final ConnectionFactory delegate;
    private final AtomicInteger events = new AtomicInteger();
    private volatile Listener listener = event -> {};

    /** Around {@code delegate}'s connections. */
    public EventConnections(ConnectionFactory delegate) {
        this.delegate = delegate;
    }

    /** Called on whichever thread the event happens. */
    public interface Listener {
        /** The event of this number, from 1, happens. */
        void at(int event);
    }

    /** Sets who is told, and counts anew. */
    public void listen(Listener next) {
        events.set(0);
        listener = next;
    }

    /** How many there were since the listener was set. */
    public int count() {
        return events.get();
    }

    @Override
    public Publisher<? extends Connection> create() {
        return Mono.from(delegate.create())
                .doFirst(this::event)
                .map(connection -> proxy(connection, Connection.class))
                .doOnNext(connection -> event());
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return delegate.getMetadata();
    }

    @Override
    public ConnectionFactory unwrap() {
        return delegate;
    }

    private <T> T proxy(T target, Class<T> type) {
        Class<?>[] types = type == Connection.class ? new Class<?>[] {type, Wrapped.class} : new Class<?>[] {type};
        Object proxy =
                Proxy.newProxyInstance(EventConnections.class.getClassLoader(), types, (self, method, arguments) -> {
                    if (method.getName().equals("unwrap")) {
                        return unwrap(target, arguments);
                    }
                    return watch(invoke(target, method, arguments), self, target, method);
                });
        return type.cast(proxy);
    }

    private static @Nullable Object unwrap(Object target, Object @Nullable [] arguments) {
        if (arguments == null || arguments.length == 0) {
            return target;
        }
        Class<?> wanted = (Class<?>) arguments[0];
        return wanted.isInstance(target) ? target : null;
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            Method accessible = Stream.of(Connection.class, Statement.class, Result.class)
                            .flatMap(type -> List.of(type.getMethods()).stream())
                            .anyMatch(method::equals)
                    ? method
                    : target.getClass().getMethod(method.getName(), method.getParameterTypes());
            return accessible.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }

    private @Nullable Object watch(@Nullable Object answer, Object self, Object target, Method method) {
        if (answer == target) {
            return self;
        }
        if (answer instanceof Statement statement) {
            return proxy(statement, Statement.class);
        }
        if (answer instanceof Publisher<?> publisher && !method.getName().equals("close")) {
            return Flux.from(publisher)
                    .doFirst(this::event)
                    .<Object>map(element -> element instanceof Result result ? proxy(result, Result.class) : element)
                    .doOnNext(element -> event())
                    .doOnTerminate(this::event);
        }
        return answer;
    }

    private void event() {
        listener.at(events.incrementAndGet());
    }
}
