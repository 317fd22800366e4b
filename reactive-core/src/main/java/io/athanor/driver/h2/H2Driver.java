package io.athanor.driver.h2;

import io.athanor.engine.DriverConnection;
import io.athanor.engine.DriverSupport;
import io.athanor.engine.PreparingConnectionFactory;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Support for r2dbc-h2: its connections are confined to a worker thread each, and a running statement can be ended. */
public final class H2Driver implements DriverSupport {
    @Override
    public String product() {
        return "H2";
    }

    @Override
    public String driver() {
        return "h2";
    }

    @Override
    public ConnectionFactory adopt(ConnectionFactory factory) {
        return new ConfinedConnectionFactory(factory);
    }

    @Override
    public ConnectionFactory prepare(ConnectionFactory factory, @Nullable Duration statementTimeout) {
        if (statementTimeout == null) {
            return factory;
        }
        return new PreparingConnectionFactory(factory, connection -> {
            ConfinedConnection confined = unwrap(connection);
            return confined.keepStatementTimeout(statementTimeout);
        });
    }

    @Override
    public DriverConnection attach(Connection connection) {
        return new H2DriverConnection(connection, unwrap(connection));
    }

    private static ConfinedConnection unwrap(Connection connection) {
        if (connection instanceof ConfinedConnection confined) {
            return confined;
        }
        ConfinedConnection confined =
                connection instanceof Wrapped<?> wrapped ? wrapped.unwrap(ConfinedConnection.class) : null;
        if (confined == null) {
            throw new IllegalArgumentException("This connection is not from a factory that was adopted: "
                    + connection.getClass().getName());
        }
        return confined;
    }
}
