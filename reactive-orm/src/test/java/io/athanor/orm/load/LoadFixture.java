package io.athanor.orm.load;

import io.athanor.engine.Engine;
import io.athanor.engine.Executor;
import io.athanor.engine.StatementListener;
import io.athanor.orm.state.SessionState;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Mono;

/**
 * Articles 1 to 3 by authors 1, 1 and 2, and 4 by nobody; authors 1 and 2 have profiles 11 and 12. Article 1 has comments 1 (by
 * author 2), 2 (by author 3), and 3 and 4, an answer to 1 and an answer to that, by author 1; article 2 has comment 5 by
 * nobody. Tag 1 is on articles 1 and 2, tag 2 on article 1, tag 3 on none.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LoadFixture {
    private final TestDatabase database;
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final Shapes shapes = new Shapes(Forum.MODEL);
    final Engine engine;

    LoadFixture(TestDatabase database) {
        this.database = database;
        this.engine = Engine.builder(database.url())
                .listener(new StatementListener() {
                    @Override
                    public void before(Execution execution) {
                        statements.add(execution.sql());
                    }
                })
                .build();
    }

    @BeforeAll
    void fill() {
        engine.create(Forum.MODEL.metaData()).block(Duration.ofSeconds(20));
        database.execute(
                "insert into \"author\" (\"id\", \"name\") values (1, 'Ann'), (2, 'Bob'), (3, 'Cid')",
                "insert into \"profile\" (\"id\", \"bio\", \"author_id\") values (11, 'of Ann', 1), (12, 'of Bob', 2)",
                "insert into \"article\" (\"id\", \"title\", \"body\", \"author_id\") values (1, 'One', 'b1', 1), (2, 'Two', 'b2', 1),"
                        + " (3, 'Three', 'b3', 2), (4, 'Four', 'b4', null)",
                "insert into \"tag\" (\"id\", \"name\") values (1, 'gold'), (2, 'lead'), (3, 'salt')",
                "insert into \"article_tags\" (\"article_id\", \"tag_id\") values (1, 1), (1, 2), (2, 1)",
                "insert into \"comment\" (\"id\", \"text\", \"article_id\", \"author_id\", \"parent_id\") values (1, 'c1', 1, 2, null),"
                        + " (2, 'c2', 1, 3, null), (3, 'c3', 1, 1, 1), (4, 'c4', 1, 1, 3), (5, 'c5', 2, null, null)");
    }

    @AfterAll
    void close() {
        engine.close().block(Duration.ofSeconds(20));
    }

    @BeforeEach
    void forget() {
        statements.clear();
    }

    /** The statements since this was last asked, or since the test began. */
    List<String> statements() {
        List<String> since = List.copyOf(statements);
        statements.clear();
        return since;
    }

    /** Runs work in a session of its own, as far as loading goes. */
    <T> T load(Function<Loader, ? extends Mono<T>> work) {
        return load(LoadOptions.defaults(), work);
    }

    <T> T load(LoadOptions options, Function<Loader, ? extends Mono<T>> work) {
        return run(new SessionState(true), options, work);
    }

    <T> T run(SessionState session, LoadOptions options, Function<Loader, ? extends Mono<T>> work) {
        T result = engine.transaction(tx -> work.apply(new Loader(session, tx, engine.dialect(), shapes, options)))
                .block(Duration.ofSeconds(20));
        if (result == null) {
            throw new AssertionError("nothing was loaded");
        }
        return result;
    }

    Loader loader(SessionState session, Executor executor) {
        return new Loader(session, executor, engine.dialect(), shapes, LoadOptions.defaults());
    }
}
