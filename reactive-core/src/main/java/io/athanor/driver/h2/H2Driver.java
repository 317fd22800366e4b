package io.athanor.driver.h2;

import io.athanor.ConstraintViolationException.Violation;
import io.athanor.engine.DriverConnection;
import io.athanor.engine.DriverSupport;
import io.athanor.engine.PreparingConnectionFactory;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
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
    public Violation violation(R2dbcException failure) {
        return H2Violations.read(String.valueOf(failure.getMessage()), failure.getErrorCode());
    }

    /** H2 repeats the statement, and the error's number, behind its message. */
    @Override
    public String plainMessage(R2dbcException failure) {
        String message = String.valueOf(failure.getMessage());
        int statement = message.indexOf("; SQL statement:");
        return statement < 0 ? message : message.substring(0, statement);
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
