package io.athanor.testing;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Plain SQL on connections of its own, for what a test prepares or looks up beside what it tests. */
record BlockingSql(ConnectionFactory connectionFactory) {
    /** Runs statements without parameters one after another on one connection, in autocommit mode. */
    void execute(String... statements) {
        onConnection(connection -> Flux.fromArray(statements)
                .concatMap(sql ->
                        Flux.from(connection.createStatement(sql).execute()).concatMap(Result::getRowsUpdated)));
    }

    /** The first column of every row of a query. */
    List<@Nullable Object> column(String query) {
        List<@Nullable Object> values = new ArrayList<>();
        onConnection(connection -> Flux.from(connection.createStatement(query).execute())
                .concatMap(result -> result.map((row, metadata) -> {
                    values.add(row.get(0));
                    return true;
                })));
        return Collections.unmodifiableList(values);
    }

    private void onConnection(Function<Connection, Flux<?>> work) {
        Flux.usingWhen(connectionFactory.create(), work, Connection::close)
                .then()
                .as(Mono::block);
    }
}
