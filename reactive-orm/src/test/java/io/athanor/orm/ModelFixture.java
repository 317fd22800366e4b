package io.athanor.orm;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Engine;
import io.athanor.engine.StatementListener;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.sql.Sql;
import io.athanor.sql.TypedTable;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A database with the tables of one model, empty before each test, and sessions on it whose statements are remembered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ModelFixture {
    private static final Duration SOON = Duration.ofSeconds(20);

    final Engine engine;
    final Sessions sessions;
    private final EntityModel model;
    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());

    ModelFixture(TestDatabase database, EntityModel model) {
        this.model = model;
        engine = Engine.builder(database.url())
                .listener(new StatementListener() {
                    @Override
                    public void before(Execution execution) {
                        statements.add(execution.sql());
                    }
                })
                .build();
        sessions = Sessions.of(engine, model);
    }

    @BeforeAll
    void createTables() {
        run(engine.create(model.metaData()));
    }

    @BeforeEach
    void empty() {
        List<TypedTable<?>> tables = new ArrayList<>(model.metaData().tables());
        Collections.reverse(tables);
        tables.forEach(table -> run(engine.execute(Sql.deleteFrom(table))));
        fill();
        statements.clear();
    }

    /** What each test begins with. */
    void fill() {}

    @AfterAll
    void close() {
        run(engine.close());
    }

    static <T> @Nullable T run(Mono<T> work) {
        return work.block(SOON);
    }

    /** What work in a session of its own comes to. */
    <T> T inSession(Function<Session, ? extends Mono<T>> work) {
        T result = run(sessions.run(work));
        if (result == null) {
            throw new AssertionError("nothing is there");
        }
        return result;
    }

    /** Work whose result does not matter. */
    void within(Function<Session, Mono<?>> work) {
        run(sessions.run(session -> work.apply(session).then()));
    }

    static void fails(Mono<?> work, Class<? extends Throwable> expected, String... parts) {
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
}
