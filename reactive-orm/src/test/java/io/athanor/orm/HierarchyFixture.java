package io.athanor.orm;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Engine;
import io.athanor.engine.StatementListener;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.sql.Query;
import io.athanor.sql.Sql;
import io.athanor.sql.TypedTable;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A database with the tables of a model, and sessions on it whose statements and plans are remembered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HierarchyFixture {
    static final Duration SOON = Duration.ofSeconds(20);

    final Engine engine;
    final Sessions sessions;
    private final EntityModel model;
    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
    private final List<String> plans = Collections.synchronizedList(new ArrayList<>());

    HierarchyFixture(TestDatabase database, EntityModel model) {
        this.model = model;
        engine = Engine.builder(database.url())
                .listener(new StatementListener() {
                    @Override
                    public void before(Execution execution) {
                        statements.add(execution.sql().replace("\"", "").toLowerCase(Locale.ROOT));
                    }
                })
                .build();
        sessions = Sessions.of(engine, model).listener(new SessionListener() {
            @Override
            public Mono<Void> afterFlush(Session session, FlushedEntities flushed) {
                plans.add(flushed.plan());
                return Mono.empty();
            }
        });
    }

    @BeforeAll
    void createTables() {
        run(engine.create(model.metaData()));
    }

    @BeforeEach
    void forget() {
        statements.clear();
        plans.clear();
    }

    @AfterAll
    void close() {
        run(engine.close());
    }

    static <T> @Nullable T run(Mono<T> work) {
        return work.block(SOON);
    }

    /** What work in a session of its own comes to. */
    <T> T inSession(Function<Session, Mono<T>> work) {
        return known(run(sessions.run(work)));
    }

    /** Work whose result does not matter. */
    void within(Function<Session, Mono<?>> work) {
        run(sessions.run(session -> work.apply(session).then()));
    }

    /** Work without results. */
    void doing(Consumer<Session> work) {
        run(sessions.run(session -> Mono.fromRunnable(() -> work.accept(session))));
    }

    static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new AssertionError("nothing is there");
        }
        return value;
    }

    /** What a query finds in a session of its own. */
    <T> List<T> rows(Query<T> query) {
        return inSession(session -> session.stream(query).collectList());
    }

    void fails(Mono<?> work, Class<? extends Throwable> expected, String... parts) {
        StepVerifier.create(work)
                .expectErrorSatisfies(error -> {
                    assertThat(error).isInstanceOf(expected);
                    for (String part : parts) {
                        assertThat(error).hasMessageContaining(part);
                    }
                })
                .verify(SOON);
    }

    /** The statements since the last call, or since the test began. */
    List<String> statements() {
        List<String> taken = List.copyOf(statements);
        statements.clear();
        return taken;
    }

    /** The plans of flushes since the last call, or since the test began. */
    List<String> plans() {
        List<String> taken = List.copyOf(plans);
        plans.clear();
        return taken;
    }

    long count(TypedTable<?> table) {
        Long rows = run(engine.one(Sql.select(Sql.count()).from(table)));
        statements.clear();
        return rows == null ? 0 : rows;
    }

    long count(String table) {
        return count(model.metaData().tables().stream()
                .filter(each -> each.name().name().equals(table))
                .findFirst()
                .orElseThrow());
    }
}
