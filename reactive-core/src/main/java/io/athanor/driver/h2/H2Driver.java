package io.athanor.driver.h2;

import io.athanor.ConfigurationException;
import io.athanor.ConstraintViolationException.Violation;
import io.athanor.engine.DriverConnection;
import io.athanor.engine.DriverSupport;
import io.athanor.engine.PreparingConnectionFactory;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Support for r2dbc-h2: its connections are confined to a worker thread each, and a running statement can be ended. */
public final class H2Driver implements DriverSupport {
    private static final String IN_MEMORY = "mem";
    private static final Option<String> CLOSE_DELAY = Option.valueOf("DB_CLOSE_DELAY");
    /** How messages end that come from H2's store and are about transactions that cannot both go on. */
    private static final String OF_THE_STORE = "/105]";

    private static final Option<String> SETTINGS = Option.valueOf("options");

    @Override
    public String product() {
        return "H2";
    }

    @Override
    public String driver() {
        return "h2";
    }

    /**
     * An H2 database in memory ends with its last connection, and a pool closes connections: unless the URL says
     * otherwise, it stays as long as the engine. One without a name would be another for each connection.
     */
    @Override
    public Tuned tune(ConnectionFactoryOptions options) {
        if (!IN_MEMORY.equals(options.getValue(ConnectionFactoryOptions.PROTOCOL))) {
            return new Tuned(options, Mono.empty());
        }
        String database = String.valueOf(options.getValue(ConnectionFactoryOptions.DATABASE));
        if (!options.hasOption(ConnectionFactoryOptions.DATABASE) || database.isEmpty() || database.startsWith(";")) {
            throw new ConfigurationException("an H2 database in memory that has no name is another one for each"
                    + " connection; give it a name, such as h2:mem:///shop");
        }
        if (closes(database, options)) {
            return new Tuned(options, Mono.empty());
        }
        Anchor anchor = new Anchor();
        return new Tuned(options, anchor::hold, anchor.release());
    }

    /** Whether something says when the database closes. */
    private static boolean closes(String database, ConnectionFactoryOptions options) {
        String settings = database + options.getValue(SETTINGS);
        return settings.toUpperCase(Locale.ROOT).contains(CLOSE_DELAY.name())
                || options.hasOption(CLOSE_DELAY)
                || options.hasOption(Option.valueOf(CLOSE_DELAY.name().toLowerCase(Locale.ROOT)));
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

    /** H2 has one code for both; behind a collision is an error of its store that names no victim. */
    @Override
    public boolean isDeadlock(R2dbcException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.endsWith(OF_THE_STORE)) {
                return message.contains("deadlock victim");
            }
        }
        return true;
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
