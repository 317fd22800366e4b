package io.athanor.engine;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A driver of which nothing more is known than the R2DBC SPI. */
record StandardDriver(String product, String driver) implements DriverSupport {
    @Override
    public ConnectionFactory prepare(ConnectionFactory factory, @Nullable Duration statementTimeout) {
        if (statementTimeout == null) {
            return factory;
        }
        return new PreparingConnectionFactory(
                factory, connection -> Mono.from(connection.setStatementTimeout(statementTimeout)));
    }

    @Override
    public DriverConnection attach(Connection connection) {
        return () -> connection;
    }
}
