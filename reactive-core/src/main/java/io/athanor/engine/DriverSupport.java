package io.athanor.engine;

import io.athanor.ConstraintViolationException.Violation;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What one driver can do, or needs, beyond the R2DBC SPI. Found by {@link java.util.ServiceLoader}; a driver nobody
 * supports is used as the SPI says. An implementation must load without its driver: {@link #product}
 * and {@link #driver} may not touch the driver's classes.
 */
public interface DriverSupport {
    /** What {@link io.r2dbc.spi.ConnectionFactoryMetadata#getName()} says of this driver, such as {@code H2}. */
    String product();

    /** What {@link ConnectionFactoryOptions#DRIVER} says of this driver, such as {@code postgresql}. */
    String driver();

    /** The options to open connections with: those given, and for what they leave open what serves the engine best. */
    default Tuned tune(ConnectionFactoryOptions options) {
        return new Tuned(options, Mono.empty());
    }

    /** Makes any factory's connections fit for the engine, leaving no trace on their sessions. */
    default ConnectionFactory adopt(ConnectionFactory factory) {
        return factory;
    }

    /**
     * Sets up each new connection of a factory that is the engine's own.
     *
     * @param factory adopted already
     * @param statementTimeout how long each statement may take on the server, null for no limit
     */
    ConnectionFactory prepare(ConnectionFactory factory, @Nullable Duration statementTimeout);

    /** Which constraint an error is about, as far as the driver says; what it does not say is null or empty. */
    default Violation violation(R2dbcException failure) {
        return new Violation(null, null, List.of());
    }

    /** What the database says of a statement it does not understand, without the statement. */
    default String plainMessage(R2dbcException failure) {
        return String.valueOf(failure.getMessage());
    }

    /** Whether a statement that was cancelled on the server was so by its time limit, as far as can be told. */
    default boolean isTimeout(R2dbcException cancelled) {
        return true;
    }

    /** Whether what has the code of a deadlock is one, and not a collision of writes. */
    default boolean isDeadlock(R2dbcException failure) {
        return true;
    }

    /** The 1-based character of the statement that an error points at, 0 if it does not say. */
    default int position(R2dbcException failure) {
        return 0;
    }

    /** The driver's side of a connection that came, perhaps through a pool, from an adopted factory. */
    DriverConnection attach(Connection connection);

    /**
     * Options, and what they hold.
     *
     * @param options what to open connections with
     * @param around what stands between the driver's factory and the engine
     * @param release frees what these hold, such as threads; subscribed once after the last connection is closed
     */
    record Tuned(ConnectionFactoryOptions options, UnaryOperator<ConnectionFactory> around, Mono<Void> release) {
        /** Options alone. */
        public Tuned(ConnectionFactoryOptions options, Mono<Void> release) {
            this(options, UnaryOperator.identity(), release);
        }
    }
}
