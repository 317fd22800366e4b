package io.athanor.r2dbc.sqlite;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** All commands of a script with the first set of values, then all with the second, and so on. */
final class BoundCommands implements Iterator<BoundCommand> {
    private final List<SqlCommand> commands;
    private final List<@Nullable Object[]> bindings;
    private final Duration statementTimeout;
    private int command;
    private int binding;

    BoundCommands(List<SqlCommand> commands, List<@Nullable Object[]> bindings, Duration statementTimeout) {
        this.commands = commands;
        this.bindings = bindings;
        this.statementTimeout = statementTimeout;
    }

    @Override
    public boolean hasNext() {
        return binding < bindings.size() && !commands.isEmpty();
    }

    @Override
    public BoundCommand next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        SqlCommand next = commands.get(command);
        @Nullable Object[] values = next.values(bindings.get(binding));
        command++;
        if (command == commands.size()) {
            command = 0;
            binding++;
        }
        return new BoundCommand(next, values, Patience.of(statementTimeout));
    }
}
