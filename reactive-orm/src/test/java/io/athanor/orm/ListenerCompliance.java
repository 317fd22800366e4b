package io.athanor.orm;

import static io.athanor.orm.Press.ARTICLE;
import static io.athanor.orm.Press.AUTHOR;
import static io.athanor.orm.Press.COMMENT;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.EntityStateException;
import io.athanor.orm.Press.Article;
import io.athanor.orm.Press.Author;
import io.athanor.orm.Press.Comment;
import io.athanor.sql.Sql;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

/** Who listens to a session, is waited for, and may use the session meanwhile. */
abstract class ListenerCompliance extends SessionFixture {
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    ListenerCompliance(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void forget() {
        told.clear();
    }

    private Article stored(String title) {
        Article article = new Article(title);
        article.comments.add(new Comment("of " + title));
        doing(session -> session.add(article));
        statements();
        return article;
    }

    private Mono<Void> tell(String event, Object entity) {
        return Mono.fromRunnable(() -> told.add(event + " " + SaidPress.name(entity)));
    }

    /** Tells all that happens to entities. */
    private final class Telling implements SessionListener {
        @Override
        public Mono<Void> beforeInsert(Session session, Object entity) {
            return tell("inserting", entity);
        }

        @Override
        public Mono<Void> afterInsert(Session session, Object entity) {
            return tell("inserted", entity);
        }

        @Override
        public Mono<Void> beforeUpdate(Session session, Object entity) {
            return tell("updating", entity);
        }

        @Override
        public Mono<Void> afterUpdate(Session session, Object entity) {
            return tell("updated", entity);
        }

        @Override
        public Mono<Void> beforeDelete(Session session, Object entity) {
            return tell("deleting", entity);
        }

        @Override
        public Mono<Void> afterDelete(Session session, Object entity) {
            return tell("deleted", entity);
        }

        @Override
        public Mono<Void> afterLoad(Session session, Object entity) {
            return tell("loaded", entity);
        }
    }

    private static SessionListener inserting(BiFunction<Session, Object, Mono<Void>> before) {
        return new SessionListener() {
            @Override
            public Mono<Void> beforeInsert(Session session, Object entity) {
                return before.apply(session, entity);
            }
        };
    }

    private static SessionListener loading(BiFunction<Session, Object, Mono<Void>> after) {
        return new SessionListener() {
            @Override
            public Mono<Void> afterLoad(Session session, Object entity) {
                return after.apply(session, entity);
            }
        };
    }

    @Test
    void shouldTellOfWhatBecomesOfEachEntity() {
        Sessions listened = sessions.listener(new Telling());
        Article article = new Article("Gold");
        article.comments.add(new Comment("First!"));

        run(listened.run(session -> Mono.just(session.add(article))));
        run(listened.run(session -> session.get(ARTICLE, known(article.id)).doOnNext(read -> read.body = "new")));
        run(listened.run(session -> session.get(ARTICLE, known(article.id)).doOnNext(session::delete)));

        assertThat(told)
                .containsExactly(
                        "inserting Gold",
                        "inserting First!",
                        "inserted Gold",
                        "inserted First!",
                        "loaded Gold",
                        "updating Gold",
                        "updated Gold",
                        "loaded Gold",
                        "loaded First!",
                        "deleting Gold",
                        "deleting First!",
                        "deleted Gold",
                        "deleted First!");
    }

    @Test
    void shouldWriteWhatIsChangedBeforeAnInsertAsOneSet() {
        Sessions listened = sessions.listener(
                inserting((session, entity) -> Mono.fromRunnable(() -> ((Article) entity).body = "stamped")));

        run(listened.run(session -> Mono.fromRunnable(
                () -> session.addAll(List.of(new Article("a"), new Article("b"), new Article("c"))))));

        assertThat(statements()).containsExactly("insert article");
        assertThat(rows(select(ARTICLE.text("body")))).containsExactly("stamped", "stamped", "stamped");
    }

    @Test
    void shouldWriteWhatIsChangedBeforeAnUpdateAsOneSet() {
        List.of("a", "b").forEach(this::stored);
        Sessions listened = sessions.listener(new SessionListener() {
            @Override
            public Mono<Void> beforeUpdate(Session session, Object entity) {
                return Mono.fromRunnable(() -> ((Article) entity).title += "!");
            }
        });

        run(listened.run(session -> session.stream(select(ARTICLE))
                .doOnNext(read -> read.body = "new")
                .then()));

        assertThat(statements()).containsExactly("select article", "update article");
        assertThat(rows(select(ARTICLE.text("title")))).containsExactlyInAnyOrder("a!", "b!");
    }

    @Test
    void shouldInsertWhatAListenerAdds() {
        Sessions listened = sessions.listener(inserting((session, entity) -> Mono.fromRunnable(() -> {
            told.add(SaidPress.name(entity));
            if (entity instanceof Article article) {
                session.add(new Author("of " + article.title));
            }
        })));

        run(listened.run(session -> Mono.just(session.add(new Article("Gold")))));

        assertThat(told).containsExactly("Gold", "of Gold");
        assertThat(count(AUTHOR)).isEqualTo(1);
    }

    @Test
    void shouldRefuseListenersThatAddWithoutEnd() {
        Sessions listened = sessions.listener(inserting(
                (session, entity) -> Mono.fromRunnable(() -> session.add(new Author("of " + SaidPress.name(entity))))));

        fails(
                listened.run(session -> Mono.just(session.add(new Article("Gold")))),
                EntityStateException.class,
                "a listener adds or changes others",
                "insert Author");
    }

    @Test
    void shouldFailAFlushByTheErrorOfAListenerAndWriteNothing() {
        Sessions listened = sessions.listener(inserting((session, entity) ->
                "bad".equals(((Article) entity).title) ? Mono.error(new IllegalStateException("no")) : Mono.empty()));
        Article bad = new Article("bad");

        run(listened.run(session -> {
            session.add(new Article("good"));
            session.add(bad);
            return session.flush()
                    .then(Mono.<Void>error(new AssertionError("flushed")))
                    .onErrorResume(IllegalStateException.class, error -> {
                        assertThat(error.getSuppressed()[0])
                                .hasMessageContaining("SessionListener.beforeInsert of Article");
                        assertThat(statements()).isEmpty();
                        session.delete(bad);
                        return Mono.empty();
                    });
        }));

        assertThat(rows(select(ARTICLE.text("title")))).containsExactly("good");
    }

    @Test
    void shouldBeWaitedForInTheOrderOfTheSession() {
        TestPublisher<Void> waited = TestPublisher.create();
        Sessions listened = sessions.listener(inserting((session, entity) -> waited.mono()));
        List<Long> counts = Collections.synchronizedList(new ArrayList<>());

        CompletableFuture<Void> done = listened.run(session -> {
                    session.add(new Article("Gold"));
                    return Mono.when(
                            session.flush(),
                            session.one(select(Sql.count()).from(ARTICLE)).doOnNext(counts::add));
                })
                .toFuture();
        waited.assertSubscribers(1);
        assertThat(counts).isEmpty();
        waited.complete();

        run(Mono.fromFuture(done));
        assertThat(counts).containsExactly(1L);
    }

    @Test
    void shouldGiveEverythingBackIfCancelledWhileAListenerIsWaitedFor() {
        stored("Gold");
        for (SessionListener listener : List.<SessionListener>of(
                inserting((session, entity) -> waiting().mono()),
                loading((session, entity) -> waiting().mono()),
                new SessionListener() {
                    @Override
                    public Mono<Void> afterInsert(Session session, Object entity) {
                        return waiting().mono();
                    }
                },
                new SessionListener() {
                    @Override
                    public Mono<Void> beforeCommit(Session session) {
                        return waiting().mono();
                    }
                })) {
            TestPublisher<Void> waited = waiting();
            Article article = new Article("new");

            Disposable running = sessions.listener(listener)
                    .run(session -> session.stream(select(ARTICLE)).then(Mono.fromSupplier(() -> session.add(article))))
                    .subscribe();
            run(until(waited::wasSubscribed));
            running.dispose();

            waited.assertCancelled();
            run(until(() -> engine.poolMetrics().acquired() == 0));
            assertThat(article.id).isNull();
            this.waited = null;
        }
        assertThat(count(ARTICLE)).isEqualTo(1);
    }

    private @Nullable TestPublisher<Void> waited;

    private TestPublisher<Void> waiting() {
        TestPublisher<Void> known = waited;
        if (known == null) {
            known = TestPublisher.create();
            waited = known;
        }
        return known;
    }

    private static Mono<Void> until(BooleanSupplier isTrue) {
        return Mono.defer(() -> isTrue.getAsBoolean() ? Mono.just(true) : Mono.empty())
                .repeatWhenEmpty(Integer.MAX_VALUE, tries -> tries.delayElements(Duration.ofMillis(5)))
                .then();
    }

    @Test
    void shouldLetListenersUseTheSessionInTheMidstOfAFlush() {
        Article gold = stored("Gold");
        Sessions listened = sessions.listener(inserting((session, entity) -> Flux.concat(
                        session.get(ARTICLE, known(gold.id)),
                        session.stream(select(COMMENT)),
                        session.execute(Sql.update(ARTICLE)
                                .set(ARTICLE.text("body").to("seen"))
                                .where(ARTICLE.text("title").eq("Gold"))),
                        session.flush())
                .then()));

        run(listened.run(session -> Mono.just(session.add(new Article("Silver")))));

        assertThat(rows(select(ARTICLE.text("title")))).containsExactlyInAnyOrder("Gold", "Silver");
        assertThat(rows(select(ARTICLE.text("title")).where(ARTICLE.text("body").eq("seen"))))
                .containsExactly("Gold");
    }

    @Test
    void shouldLetListenersUseTheSessionWhateverTheirContext() {
        Article gold = stored("Gold");
        Sessions listened = sessions.listener(inserting((session, entity) ->
                Mono.fromFuture(session.get(ARTICLE, known(gold.id)).toFuture()).then()));

        run(listened.run(session -> Mono.just(session.add(new Article("Silver")))));

        assertThat(count(ARTICLE)).isEqualTo(2);
    }

    @Test
    void shouldLetListenersLoadInTheMidstOfALoadOfTheSameKind() {
        Article gold = stored("Gold");
        Article silver = stored("Silver");
        Sessions listened = sessions.listener(loading((session, entity) -> entity instanceof Article article
                ? session.get(ARTICLE, known(silver.id))
                        .then(session.load(article, ARTICLE.toMany("comments", Comment.class)))
                        .then()
                : Mono.empty()));

        List<Integer> comments = run(listened.run(session -> Flux.just(gold, silver)
                .flatMap(article -> session.get(ARTICLE, known(article.id)))
                .map(article -> article.comments.size())
                .collectList()));

        assertThat(comments).containsExactly(1, 1);
    }

    @Test
    void shouldFindTheOuterSessionInTheMidstToo() {
        Article gold = stored("Gold");
        List<Article> found = new ArrayList<>();

        run(Mono.deferContextual(context -> {
            List<Session> outer = new ArrayList<>();
            Sessions listened = sessions.listener(loading((session, entity) -> entity instanceof Article
                    ? outer.get(0)
                            .get(ARTICLE, known(gold.id))
                            .doOnNext(found::add)
                            .then()
                    : Mono.empty()));
            return listened.run(session -> {
                outer.add(session);
                return session.get(ARTICLE, known(gold.id));
            });
        }));

        assertThat(found).hasSize(1);
    }

    @Test
    void shouldRefuseSavepointsInAListener() {
        Sessions listened = sessions.listener(inserting((session, entity) -> session.savepoint(inner -> Mono.empty())));

        fails(
                listened.run(session -> Mono.just(session.add(new Article("Gold")))),
                IllegalStateException.class,
                "no savepoint can be set");
    }

    @Test
    void shouldTellOfWhatIsReadBeforeItIsPassedOn() {
        stored("Gold");
        Sessions listened = sessions.listener(loading((session, entity) -> Mono.fromRunnable(
                () -> told.add(SaidPress.name(entity) + (entity instanceof Article a ? a.comments.size() : "")))));

        run(listened.run(session -> session.stream(select(ARTICLE.with(ARTICLE.toMany("comments", Comment.class))))
                .doOnNext(read -> told.add("passed on"))
                .thenMany(session.stream(select(ARTICLE)))
                .then()));

        assertThat(told).containsExactly("Gold1", "of Gold", "passed on");
    }

    @Test
    void shouldWaitForListenersOfARollback() {
        TestPublisher<Void> waited = TestPublisher.create();
        Sessions listened = sessions.listener(new SessionListener() {
            @Override
            public Mono<Void> afterRollback() {
                return waited.mono();
            }
        });

        StepVerifier.create(listened.run(
                        session -> session.get(ARTICLE, 1L).then(Mono.error(new IllegalArgumentException("failed")))))
                .then(() -> waited.error(new IllegalStateException("listener")))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(IllegalArgumentException.class)
                        .satisfies(failed -> assertThat(failed.getSuppressed())
                                .anyMatch(each -> "listener".equals(each.getMessage()))))
                .verify(SOON);
    }
}
