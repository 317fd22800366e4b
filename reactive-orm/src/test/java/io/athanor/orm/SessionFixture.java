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

/** A database with the tables of the press, empty before each test, and sessions on it whose statements are remembered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SessionFixture {
    static final Duration SOON = Duration.ofSeconds(20);

    final Engine engine;
    final Sessions sessions;
    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());

    private final EntityModel model;

    SessionFixture(TestDatabase database) {
        this(database, Press.MODEL);
    }

    SessionFixture(TestDatabase database, EntityModel model) {
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
        untie();
        List<TypedTable<?>> tables = new ArrayList<>(model.metaData().tables());
        Collections.reverse(tables);
        tables.forEach(table -> run(engine.execute(Sql.deleteFrom(table))));
        statements.clear();
    }

    /** Unties rows that refer to each other in a circle. */
    void untie() {
        run(engine.execute(Sql.update(Press.PERSON)
                .set(Press.PERSON.number("employer.id", Long.class).to((Long) null))));
        run(engine.execute(Sql.update(Press.NODE)
                .set(Press.NODE.number("parent.id", Long.class).to((Long) null))));
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

    /** Work without results. */
    void doing(Consumer<Session> work) {
        run(sessions.run(session -> Mono.fromRunnable(() -> work.accept(session))));
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

    /** The statements since the last call, or since the test began, in short: {@code insert article}. */
    List<String> statements() {
        List<String> taken = List.copyOf(statements);
        statements.clear();
        return taken.stream().map(SessionFixture::inShort).toList();
    }

    private static String inShort(String sql) {
        String plain = sql.toLowerCase(Locale.ROOT).replace("\"", "");
        if (plain.contains("next value for") || plain.contains("nextval")) {
            return "next key";
        }
        int insert = plain.indexOf("insert into ");
        if (plain.startsWith("select") && insert < 0) {
            int from = plain.indexOf(" from ");
            return from < 0 ? plain : "select " + word(plain.substring(from + 6));
        }
        if (insert >= 0) {
            return "insert " + word(plain.substring(insert + 12));
        }
        if (plain.startsWith("merge into ")) {
            return "update " + word(plain.substring(11));
        }
        return plain.startsWith("update ")
                ? "update " + word(plain.substring(7))
                : plain.startsWith("delete from ") ? "delete " + word(plain.substring(12)) : plain;
    }

    private static String word(String text) {
        return text.split("[ (]", 2)[0];
    }

    long count(TypedTable<?> table) {
        Long rows = run(engine.one(Sql.select(Sql.count()).from(table)));
        statements.clear();
        return rows == null ? 0 : rows;
    }
}
