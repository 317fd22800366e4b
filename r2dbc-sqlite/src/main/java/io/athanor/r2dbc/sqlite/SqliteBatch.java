package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Result;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Commands without parameters that run one after another. */
final class SqliteBatch implements Batch {
    private static final @Nullable Object[] NO_VALUES = {};

    private final SqliteConnection connection;
    private final List<SqlCommand> commands = new ArrayList<>();

    SqliteBatch(SqliteConnection connection) {
        this.connection = connection;
    }

    @Override
    public SqliteBatch add(String sql) {
        SqlScript script = SqlScript.parse(Check.notNull(sql, "sql"));
        if (script.parameters().size() > 0) {
            throw new IllegalArgumentException(
                    "A batch takes no parameters; use a statement and its add() for many sets of values: " + sql);
        }
        commands.addAll(script.commands());
        return this;
    }

    @Override
    public Flux<Result> execute() {
        List<@Nullable Object[]> once = new ArrayList<>();
        once.add(NO_VALUES);
        return connection.execute(List.copyOf(commands), once);
    }
}
