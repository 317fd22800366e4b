package io.athanor.orm;

import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Engine;
import io.athanor.orm.Press.Article;
import io.athanor.orm.Press.Comment;
import io.athanor.orm.Press.Tag;
import io.athanor.sql.Lock;
import io.athanor.sql.Sql;
import io.athanor.testing.EventConnections;
import io.athanor.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Every operation of a session, left in every way at every await point. Afterwards the connection is back, all of the work is
 * kept or none of it, and new objects have keys only if their rows may be there.
 */
class SessionLeavingTest {
    private static final int LAST_POINT = 120;

    @TestFactory
    @Timeout(500)
    List<DynamicTest> shouldLeaveAllOrNothingBehindWhereverItIsLeft() {
        List<DynamicTest> tests = new ArrayList<>();
        for (TestDatabase database : List.of(TestDatabase.h2(), TestDatabase.postgres())) {
            Stand stand = new Stand(database);
            for (Case each : Case.values()) {
                for (Leaving leaving : Leaving.values()) {
                    tests.add(DynamicTest.dynamicTest(
                            database + ", " + each + ", " + leaving, () -> stand.everyPoint(each, leaving)));
                }
            }
        }
        return tests;
    }

    private enum Leaving {
        CANCEL,
        CANCEL_FROM_ANOTHER_THREAD,
        WORK_FAILS,
        /** The operation alone is given up, and the session goes on. */
        GIVEN_UP_INSIDE
    }

    /** What is done with a new article, which has two comments and a tag, while one of another title is there already. */
    private enum Case {
        FLUSH((session, article) -> {
            session.add(article);
            return session.flush();
        }),
        AUTOFLUSH((session, article) -> {
            session.add(article);
            return session.stream(select(Press.ARTICLE)).then();
        }),
        COMMIT((session, article) -> Mono.fromRunnable(() -> session.add(article))),
        SAVEPOINT((session, article) -> session.savepoint(inner -> {
            inner.add(article);
            return inner.flush();
        })),
        SAVEPOINT_MANY((session, article) -> session.savepointMany(inner -> {
                    inner.add(article);
                    return inner.flush().thenMany(inner.stream(select(Press.ARTICLE)));
                })
                .then()),
        INSERT_ALL((session, article) -> session.insertAll(
                        session.stream(select(Press.ARTICLE)).map(read -> article))
                .then()),
        /** With a listener that uses the session at every moment. */
        LISTENED((session, article) -> session.stream(select(Press.ARTICLE)).then(Mono.defer(() -> {
            session.add(article);
            return session.flush();
        }))),
        /** Many results, as they come. */
        MANY((session, article) -> session.stream(select(Press.ARTICLE))
                .doOnNext(read -> session.add(article))
                .then()),
        LOAD_ALL((session, article) -> session.stream(select(Press.ARTICLE))
                .collectList()
                .flatMap(all -> session.loadAll(all, Press.ARTICLE.toMany("comments", Comment.class)))
                .flatMap(session::mergeAll)
                .then(Mono.fromRunnable(() -> session.add(article)))),
        GET_AND_LOAD((session, article) -> session.stream(select(Press.ARTICLE))
                .concatMap(read -> session.load(read, Press.ARTICLE.toMany("comments", Comment.class)))
                .concatMap(read -> session.get(Press.ARTICLE, -1L))
                .then(Mono.fromRunnable(() -> session.add(article)))),
        AT_ONCE((session, article) -> Mono.when(
                session.stream(select(Press.ARTICLE)),
                Mono.fromRunnable(() -> session.add(article)),
                session.flush(),
                session.stream(select(Press.COMMENT)),
                session.get(Press.ARTICLE, -1L))),
        MERGE((session, article) -> session.merge(article).then()),
        REFRESH_AND_LOCK((session, article) -> session.stream(select(Press.ARTICLE))
                .concatMap(session::refresh)
                .concatMap(read -> session.lock(read, Lock.forUpdate()))
                .then(Mono.fromRunnable(() -> session.add(article)))),
        EXECUTE((session, article) -> {
            session.add(article);
            return session.execute(Sql.update(Press.ARTICLE)
                            .set(Press.ARTICLE.text("body").to("all")))
                    .then();
        });

        @SuppressWarnings("ImmutableEnumChecker") // a function of no state
        private final BiFunction<Session, Article, Mono<Void>> work;

        Case(BiFunction<Session, Article, Mono<Void>> work) {
            this.work = work;
        }
    }

    /** Reads whenever it is told of something. */
    private static final class Reading implements SessionListener {
        private static Mono<Void> read(Session session) {
            return session.stream(select(Press.ARTICLE))
                    .then(session.get(Press.ARTICLE, -1L).then());
        }

        @Override
        public Mono<Void> beforeFlush(Session session) {
            return read(session);
        }

        @Override
        public Mono<Void> beforeInsert(Session session, Object entity) {
            return read(session);
        }

        @Override
        public Mono<Void> afterInsert(Session session, Object entity) {
            return read(session);
        }

        @Override
        public Mono<Void> afterLoad(Session session, Object entity) {
            return read(session);
        }

        @Override
        public Mono<Void> afterFlush(Session session, FlushedEntities flushed) {
            return read(session);
        }

        @Override
        public Mono<Void> beforeCommit(Session session) {
            return read(session);
        }
    }

    /** A database, and an engine on it with one connection. */
    private static final class Stand {
        private final EventConnections events;
        private final Engine engine;
        private final Sessions sessions;
        private final Sessions listened;

        Stand(TestDatabase database) {
            events = new EventConnections(database.connectionFactory());
            engine = Engine.builder(events).poolSize(1).maxOverflow(0).build();
            sessions = Sessions.of(engine, Press.MODEL);
            listened = sessions.listener(new Reading());
            SessionFixture.run(engine.create(Press.MODEL.metaData()));
            SessionFixture.run(sessions.run(session -> Mono.just(session.add(new Article("there before")))));
        }

        void everyPoint(Case each, Leaving leaving) {
            clear();
            int point = 1;
            while (point <= LAST_POINT) {
                Article article = new Article("new");
                article.comments.addAll(List.of(new Comment("First!"), new Comment("Second")));
                article.tags.add(new Tag("tag"));
                boolean reached = leave(each, leaving, article, point);

                List<String> titles =
                        SessionFixture.known(SessionFixture.run(engine.stream(select(Press.ARTICLE.text("title"))
                                        .where(Press.ARTICLE.text("title").eq("new")))
                                .collectList()));
                Long comments =
                        SessionFixture.run(engine.one(select(Sql.count()).from(Press.COMMENT)));
                assertThat(titles).as("%s at %s", leaving, point).hasSizeBetween(0, 1);
                assertThat(comments).as("%s at %s", leaving, point).isEqualTo(2L * titles.size());
                if (titles.isEmpty() && each != Case.INSERT_ALL) { // what was given on keeps its key
                    assertThat(article.id).as("%s at %s", leaving, point).isNull();
                    assertThat(article.comments.get(0).id).isNull();
                }
                assertThat(engine.poolMetrics().acquired())
                        .as("acquired at %s", point)
                        .isZero();
                assertThat(engine.poolMetrics().pending())
                        .as("pending at %s", point)
                        .isZero();
                clear();
                if (!reached) {
                    break;
                }
                point++;
            }
            assertThat(point).isGreaterThan(2);
        }

        private void clear() {
            SessionFixture.run(sessions.run(session -> session.stream(select(Press.ARTICLE)
                            .where(Press.ARTICLE.text("title").ne("there before")))
                    .doOnNext(session::delete)
                    .then(session.stream(select(Press.TAG))
                            .doOnNext(session::delete)
                            .then())));
        }

        /** False if it was over before that point. */
        private boolean leave(Case each, Leaving leaving, Article article, int point) {
            AtomicBoolean reached = new AtomicBoolean();
            Sinks.Empty<Void> fault = Sinks.empty();
            Sinks.Empty<Void> enough = Sinks.empty();
            Sinks.Empty<Void> left = Sinks.empty();
            Disposable.Swap subscription = Disposables.swap();
            events.listen(event -> {
                if (event == point) {
                    reached.set(true);
                    switch (leaving) {
                        case CANCEL -> subscription.dispose();
                        case CANCEL_FROM_ANOTHER_THREAD -> Schedulers.parallel().schedule(subscription::dispose);
                        case WORK_FAILS -> fault.tryEmitError(new IllegalStateException("failed"));
                        case GIVEN_UP_INSIDE -> enough.tryEmitEmpty();
                    }
                }
            });
            Function<Session, Mono<Void>> inside = session -> {
                Mono<Void> done = each.work.apply(session, article);
                Mono<Void> until = Flux.merge(fault.asMono(), done.doOnTerminate(fault::tryEmitEmpty))
                        .then();
                return leaving == Leaving.GIVEN_UP_INSIDE
                        ? done.takeUntilOther(enough.asMono())
                                .then(session.get(Press.ARTICLE, -2L))
                                .then()
                        : until;
            };
            Mono<Void> work = each == Case.MANY
                    ? sessions.runMany(session -> inside.apply(session).flux()).then()
                    : (each == Case.LISTENED ? listened : sessions).run(inside);
            subscription.update(work.doFinally(signal -> left.tryEmitEmpty()).subscribe(nothing -> {}, error -> {
                assertThat(error).isNotInstanceOf(AssertionError.class);
            }));
            left.asMono().block(SessionFixture.SOON);
            events.listen(event -> {});
            return reached.get();
        }
    }
}
