package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** SQL text that collects values. Not for use by several threads at a time. */
final class SqliteStatement implements Statement {
    private final SqliteConnection connection;
    private final SqlScript script;
    private final Bindings bindings;
    private List<SqlCommand> commands;

    SqliteStatement(SqliteConnection connection, SqlScript script) {
        this.connection = connection;
        this.script = script;
        this.bindings = new Bindings(script.parameters());
        this.commands = script.commands();
    }

    @Override
    public SqliteStatement add() {
        bindings.add();
        return this;
    }

    @Override
    public SqliteStatement bind(int index, Object value) {
        Check.notNull(value, "value");
        bindings.bind(index, Encoders.encode(value));
        return this;
    }

    @Override
    public SqliteStatement bind(String name, Object value) {
        Check.notNull(value, "value");
        return bind(script.parameters().indexOf(Check.notNull(name, "name")), value);
    }

    @Override
    public SqliteStatement bindNull(int index, Class<?> type) {
        Check.notNull(type, "type");
        bindings.bind(index, null);
        return this;
    }

    @Override
    public SqliteStatement bindNull(String name, Class<?> type) {
        Check.notNull(type, "type");
        return bindNull(script.parameters().indexOf(Check.notNull(name, "name")), type);
    }

    /** Adds {@code RETURNING} to the last command, of these columns or of all. */
    @Override
    public SqliteStatement returnGeneratedValues(String... columns) {
        for (String column : Check.notNull(columns, "columns")) {
            Check.notNull(column, "column");
        }
        int last = script.commands().size() - 1;
        if (last < 0 || script.commands().get(last).kind() != StatementKind.CHANGE) {
            throw new IllegalStateException("Only INSERT, UPDATE, DELETE and REPLACE can return generated values");
        }
        if (script.commands().get(last).hasReturning()) {
            throw new IllegalStateException("The statement has a RETURNING clause of its own");
        }
        commands = new ArrayList<>(script.commands());
        commands.set(last, script.commands().get(last).returning(columns));
        return this;
    }

    /** Has no effect: rows are stepped to one by one, as they are asked for. */
    @Override
    public SqliteStatement fetchSize(int rows) {
        return this;
    }

    @Override
    public Flux<Result> execute() {
        List<@Nullable Object[]> values = bindings.finish();
        List<SqlCommand> running = List.copyOf(commands);
        if (bindings.areLarge()) {
            return LargeValues.collect(values).flatMapMany(collected -> connection.execute(running, collected));
        }
        return connection.execute(running, values);
    }

    @Override
    public String toString() {
        return script.sql();
    }
}
