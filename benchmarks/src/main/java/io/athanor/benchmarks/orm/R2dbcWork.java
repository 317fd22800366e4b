package io.athanor.benchmarks.orm;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The work written by hand on the driver, as cleverly as it allows: binary results, arrays in place of rows, blocks of keys. */
final class R2dbcWork {
    private static final int CONNECTIONS = 8;

    private final ConnectionPool pool;

    R2dbcWork(String url) {
        ConnectionFactoryOptions options = ConnectionFactoryOptions.parse(url)
                .mutate()
                .option(Option.valueOf("forceBinary"), true)
                .build();
        pool = new ConnectionPool(ConnectionPoolConfiguration.builder(ConnectionFactories.get(options))
                .initialSize(CONNECTIONS)
                .maxSize(CONNECTIONS)
                .build());
    }

    Mono<Void> close() {
        return pool.disposeLater();
    }

    private record Writer(long id, String name, List<Work> books) {}

    private record Work(
            long id, long author, String title, int published, BigDecimal price, List<Long> tagIds, List<Label> tags) {}

    private record Label(long id, String name) {}

    /** The books and their tags of {@code count} authors; how many objects that is. */
    Mono<Long> readGraph(long first, long count) {
        return Mono.usingWhen(
                pool.create(),
                connection -> Mono.zip(writers(connection, first, count), works(connection, first, count))
                        .flatMap(read ->
                                labels(connection, read.getT2()).map(tags -> joined(read.getT1(), read.getT2(), tags))),
                Connection::close);
    }

    private static Mono<List<Writer>> writers(Connection connection, long first, long count) {
        return rows(connection
                        .createStatement("select id, name from author where id >= $1 and id < $2")
                        .bind(0, first)
                        .bind(1, first + count))
                .flatMap(result -> result.map((row, metadata) ->
                        new Writer(row.get(0, Long.class), row.get(1, String.class), new ArrayList<>())))
                .collectList();
    }

    private static Mono<List<Work>> works(Connection connection, long first, long count) {
        return rows(connection
                        .createStatement("select b.id, b.author_id, b.title, b.published, b.price,"
                                + " array(select t.tag_id from book_tag t where t.book_id = b.id)"
                                + " from book b where b.author_id >= $1 and b.author_id < $2")
                        .bind(0, first)
                        .bind(1, first + count))
                .flatMap(result -> result.map((row, metadata) -> new Work(
                        row.get(0, Long.class),
                        row.get(1, Long.class),
                        row.get(2, String.class),
                        row.get(3, Integer.class),
                        row.get(4, BigDecimal.class),
                        List.of(row.get(5, Long[].class)),
                        new ArrayList<>())))
                .collectList();
    }

    private static Mono<Map<Long, Label>> labels(Connection connection, List<Work> works) {
        Set<Long> ids = new HashSet<>();
        works.forEach(work -> ids.addAll(work.tagIds()));
        return rows(connection
                        .createStatement("select id, name from tag where id = any($1)")
                        .bind(0, ids.toArray(Long[]::new)))
                .flatMap(result ->
                        result.map((row, metadata) -> new Label(row.get(0, Long.class), row.get(1, String.class))))
                .collectMap(Label::id);
    }

    private static long joined(List<Writer> writers, List<Work> works, Map<Long, Label> labels) {
        Map<Long, Writer> byId = new LinkedHashMap<>();
        writers.forEach(writer -> byId.put(writer.id(), writer));
        for (Work work : works) {
            Objects.requireNonNull(byId.get(work.author())).books().add(work);
            for (Long tag : work.tagIds()) {
                work.tags().add(labels.get(tag));
            }
        }
        return objects(byId.values());
    }

    private static long objects(Collection<Writer> writers) {
        long sum = 0;
        for (Writer writer : writers) {
            sum++;
            for (Work work : writer.books()) {
                sum += 1 + work.tags().size();
            }
        }
        return sum;
    }

    /** Inserts parents and children, changes some children, deletes others, in one transaction. */
    Mono<Void> unitOfWork() {
        return Mono.usingWhen(
                pool.create(),
                connection -> Mono.from(connection.beginTransaction())
                        .then(Mono.zip(
                                blocks(connection, "parent_sequence", UnitOfWork.PARENTS),
                                blocks(connection, "child_sequence", UnitOfWork.PARENTS * UnitOfWork.CHILDREN)))
                        .flatMap(keys -> write(connection, keys.getT1(), keys.getT2()))
                        .then(Mono.from(connection.commitTransaction())),
                Connection::close);
    }

    private static Mono<List<Long>> blocks(Connection connection, String sequence, int keys) {
        return rows(connection
                        .createStatement("select nextval('" + sequence + "') from generate_series(1, $1)")
                        .bind(0, keys / UnitOfWork.BLOCK))
                .flatMap(result -> result.map((row, metadata) -> row.get(0, Long.class)))
                .collectList();
    }

    private static Mono<Void> write(Connection connection, List<Long> parentBlocks, List<Long> childBlocks) {
        Columns parents = Columns.parents(parentBlocks);
        Columns children = Columns.children(childBlocks, parents.ids);
        Columns changed = children.first(UnitOfWork.CHANGED).changed();
        Columns deleted = children.last(UnitOfWork.DELETED);
        return Flux.just(
                        connection
                                .createStatement("insert into parent (id, name, created)"
                                        + " select * from unnest($1::bigint[], $2::text[], $3::timestamptz[])")
                                .bind(0, parents.ids)
                                .bind(1, parents.names)
                                .bind(2, parents.times),
                        connection
                                .createStatement("insert into child (id, parent_id, name, quantity)"
                                        + " select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::int[])")
                                .bind(0, children.ids)
                                .bind(1, children.parents)
                                .bind(2, children.names)
                                .bind(3, children.quantities),
                        connection
                                .createStatement("update child c set quantity = v.quantity, name = v.name"
                                        + " from unnest($1::bigint[], $2::int[], $3::text[]) v(id, quantity, name)"
                                        + " where c.id = v.id")
                                .bind(0, changed.ids)
                                .bind(1, changed.quantities)
                                .bind(2, changed.names),
                        connection
                                .createStatement("delete from child where id = any($1)")
                                .bind(0, deleted.ids))
                .concatMap(R2dbcWork::rows)
                .concatMap(Result::getRowsUpdated)
                .then();
    }

    private static Flux<? extends Result> rows(Statement statement) {
        return Flux.from(statement.execute());
    }
}
