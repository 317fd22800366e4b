package io.athanor.driver.postgresql;

import io.athanor.ConstraintViolationException.Violation;
import io.athanor.engine.DriverConnection;
import io.athanor.engine.DriverSupport;
import io.athanor.engine.PreparingConnectionFactory;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.postgresql.api.ErrorDetails;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.postgresql.extension.Extension;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/**
 * Support for r2dbc-postgresql. Its connections get event loops of their own, spread over the processors (the driver's
 * default puts all that are opened on one loop onto that loop), results in binary, a bounded cache of prepared
 * statements, and keep-alive probes.
 */
public final class PostgresqlDriver implements DriverSupport {
    private static final int PREPARED_STATEMENTS = 256;
    /** No quiet period before it: by then nothing is left to run. */
    private static final Duration LOOPS_END_WITHIN = Duration.ofSeconds(5);

    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final Pattern KEY = Pattern.compile("\\((.+?)\\)=\\(");
    /** Rows of a cursor are read to the end as a rule; PostgreSQL expects the first tenth. */
    private static final String PLAN_CURSORS_TO_THE_END = "SET cursor_tuple_fraction = 1.0";

    @Override
    public String product() {
        return "PostgreSQL";
    }

    @Override
    public String driver() {
        return "postgresql";
    }

    @Override
    public Tuned tune(ConnectionFactoryOptions options) {
        ConnectionFactoryOptions.Builder tuned = options.mutate();
        setUnlessGiven(tuned, options, PostgresqlConnectionFactoryProvider.FORCE_BINARY, true);
        tuned.option(PostgresqlConnectionFactoryProvider.EXTENSIONS, extensions(options));
        setUnlessGiven(tuned, options, PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE, true);
        setUnlessGiven(
                tuned,
                options,
                PostgresqlConnectionFactoryProvider.PREPARED_STATEMENT_CACHE_QUERIES,
                PREPARED_STATEMENTS);
        if (options.hasOption(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES)) {
            return new Tuned(tuned.build(), Mono.empty());
        }
        LoopResources loops = LoopResources.create(
                "athanor-postgresql",
                LoopResources.DEFAULT_IO_SELECT_COUNT,
                LoopResources.DEFAULT_IO_WORKER_COUNT,
                true,
                false);
        tuned.option(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES, loops);
        return new Tuned(tuned.build(), loops.disposeLater(Duration.ZERO, LOOPS_END_WITHIN));
    }

    private static Collection<Extension> extensions(ConnectionFactoryOptions options) {
        List<Extension> all = new ArrayList<>();
        all.add(new BinaryCodecs());
        if (options.getValue(PostgresqlConnectionFactoryProvider.EXTENSIONS) instanceof Collection<?> given) {
            given.forEach(extension -> all.add((Extension) extension));
        }
        return all;
    }

    private static <T> void setUnlessGiven(
            ConnectionFactoryOptions.Builder tuned, ConnectionFactoryOptions options, Option<T> option, T value) {
        if (!options.hasOption(option)) {
            tuned.option(option, value);
        }
    }

    @Override
    public ConnectionFactory prepare(ConnectionFactory factory, @Nullable Duration statementTimeout) {
        String settings = statementTimeout == null
                ? PLAN_CURSORS_TO_THE_END
                : PLAN_CURSORS_TO_THE_END + "; SET statement_timeout = " + statementTimeout.toMillis();
        return new PreparingConnectionFactory(factory, connection -> run(connection, settings));
    }

    @Override
    public Violation violation(R2dbcException failure) {
        if (failure instanceof PostgresqlException postgres) {
            ErrorDetails details = postgres.getErrorDetails();
            // The key in the detail of a foreign key's violation may be the one referred to: of its own columns it says
            // nothing.
            List<String> columns = FOREIGN_KEY_VIOLATION.equals(failure.getSqlState())
                    ? List.of()
                    : details.getColumnName().map(List::of).orElseGet(() -> details.getDetail()
                            .map(PostgresqlDriver::keyColumns)
                            .orElse(List.of()));
            return new Violation(
                    details.getConstraintName().orElse(null),
                    details.getTableName().orElse(null),
                    columns);
        }
        return DriverSupport.super.violation(failure);
    }

    /** A user's request is told by its text alone, in the server's language: what is not known to be one counts as a limit. */
    @Override
    public boolean isTimeout(R2dbcException cancelled) {
        return !String.valueOf(cancelled.getMessage()).contains("user request");
    }

    @Override
    public int position(R2dbcException failure) {
        return failure instanceof PostgresqlException postgres
                ? postgres.getErrorDetails()
                        .getPosition()
                        .map(Integer::parseInt)
                        .orElse(0)
                : 0;
    }

    /** Of {@code Key (a, b)=(1, 2) …}, in whichever language, what is before the values. */
    private static List<String> keyColumns(String detail) {
        Matcher key = KEY.matcher(detail);
        return key.find()
                ? Stream.of(key.group(1).split(", "))
                        .map(column -> column.replace("\"", ""))
                        .toList()
                : List.of();
    }

    @Override
    public DriverConnection attach(Connection connection) {
        return new PostgresqlDriverConnection(connection);
    }

    /** Statements without parameters, in one round trip. */
    static Mono<Void> run(Connection connection, String sql) {
        return Flux.defer(() -> connection.createStatement(sql).execute())
                .concatMap(Result::getRowsUpdated)
                .then();
    }
}
