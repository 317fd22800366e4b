package io.athanor.orm;

import static io.athanor.orm.Press.ARTICLE;
import static io.athanor.orm.Press.AUTHOR;
import static io.athanor.orm.Press.COMMENT;
import static io.athanor.orm.Press.TAG;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.EntityStateException;
import io.athanor.PendingRollbackException;
import io.athanor.UniqueViolationException;
import io.athanor.orm.Press.Article;
import io.athanor.orm.Press.Author;
import io.athanor.orm.Press.Comment;
import io.athanor.orm.Press.Tag;
import io.athanor.sql.Sql;
import io.athanor.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

/** New entities that pass through a session by the thousand. */
abstract class InsertAllCompliance extends SessionFixture {
    InsertAllCompliance(TestDatabase database) {
        super(database);
    }

    private static Flux<Article> articles(int count) {
        return Flux.range(0, count).map(i -> new Article("article " + i));
    }

    @Test
    void shouldSetKeysAndVersionsAndGiveEntitiesInOrder() {
        List<Article> inserted = known(run(sessions.insertAll(articles(2500)).collectList()));

        assertThat(inserted)
                .extracting(article -> article.title)
                .containsExactlyElementsOf(
                        IntStream.range(0, 2500).mapToObj(i -> "article " + i).toList());
        assertThat(inserted)
                .extracting(article -> article.id)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(inserted).allMatch(article -> article.version == 1);
        assertThat(statements()).allMatch("insert article"::equals).hasSizeBetween(3, 15);
        Article last = inserted.get(2499);
        Article read = inSession(session -> session.get(ARTICLE, known(last.id)));
        assertThat(read.title).isEqualTo("article 2499");
    }

    @Test
    void shouldKeepNoneOfThem() {
        within(session -> session.insertAll(articles(3))
                .doOnNext(article -> {
                    assertThat(session.contains(article)).isFalse();
                    article.body = "not written";
                })
                .then());

        assertThat(rows(select(Sql.count())
                        .from(ARTICLE)
                        .where(ARTICLE.text("body").isNull())))
                .containsExactly(3L);
    }

    @Test
    void shouldInsertWhatTheyLeadTo() {
        within(session -> {
            Tag tag = session.add(new Tag("metal"));
            Author author = session.add(new Author("Ann"));
            return session.insertAll(articles(1500).doOnNext(article -> {
                        article.author = author;
                        article.tags.add(tag);
                        article.comments.add(new Comment("of " + article.title));
                    }))
                    .then();
        });

        assertThat(count(COMMENT)).isEqualTo(1500);
        assertThat(count(TAG)).isEqualTo(1);
        assertThat(count(AUTHOR)).isEqualTo(1);
    }

    @Test
    void shouldTellListenersOfEach() {
        AtomicLong told = new AtomicLong();
        Sessions listened = sessions.listener(new SessionListener() {
            @Override
            public Mono<Void> beforeInsert(Session session, Object entity) {
                return Mono.fromRunnable(() -> ((Article) entity).body = "stamped");
            }

            @Override
            public Mono<Void> afterInsert(Session session, Object entity) {
                return Mono.fromRunnable(told::incrementAndGet);
            }
        });

        run(listened.insertAll(articles(5)).then());

        assertThat(told).hasValue(5);
        assertThat(rows(select(ARTICLE.text("body")).distinct())).containsExactly("stamped");
    }

    @Test
    void shouldAskForNoMoreThanIsOnItsWay() {
        AtomicLong asked = new AtomicLong();

        StepVerifier.create(sessions.insertAll(articles(20_000).doOnRequest(asked::addAndGet)), 1)
                .expectNextCount(1)
                .then(() -> assertThat(asked).hasValueLessThanOrEqualTo(3000))
                .thenCancel()
                .verify(SOON);
        assertThat(count(ARTICLE)).isZero();
    }

    @Test
    void shouldReadFromItsOwnSession() {
        doing(session -> session.addAll(List.of(new Author("Ann"), new Author("Bob"))));

        within(session -> session.insertAll(session.stream(select(AUTHOR)).map(author -> {
                    Article article = new Article("by " + author.name);
                    article.author = author;
                    return article;
                }))
                .concatMap(article -> session.get(ARTICLE, known(article.id)))
                .then());

        assertThat(rows(select(ARTICLE.text("title")))).containsExactlyInAnyOrder("by Ann", "by Bob");
    }

    @Test
    void shouldLeaveNothingIfOneFails() {
        Flux<Article> articles = Flux.concat(articles(1200), Flux.just(new Article("article 7")));

        StepVerifier.create(sessions.insertAll(articles).then())
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(UniqueViolationException.class)
                        .hasMessageContaining("insert Article (Article.title)")
                        .satisfies(failed -> assertThat(failed.getSuppressed())
                                .anyMatch(note -> String.valueOf(note.getMessage())
                                        .contains("insertAll, entities 1000 to 1200"))))
                .verify(SOON);
        assertThat(count(ARTICLE)).isZero();
    }

    @Test
    void shouldLeaveNothingIfTheSourceFails() {
        fails(
                sessions.insertAll(articles(1200).concatWith(Flux.error(new IllegalStateException("source"))))
                        .then(),
                IllegalStateException.class,
                "source");
        assertThat(count(ARTICLE)).isZero();
    }

    @Test
    void shouldNeedARollbackAfterAFailure() {
        fails(
                sessions.run(session -> session.insertAll(Flux.just(new Article("a"), new Article("a")))
                        .then()
                        .onErrorComplete()
                        .then(session.get(ARTICLE, 1L))),
                PendingRollbackException.class);
    }

    @Test
    void shouldGoOnAfterAFailureInASavepoint() {
        within(session -> session.savepoint(inner -> inner.insertAll(Flux.just(new Article("a"), new Article("a")))
                        .then())
                .onErrorComplete()
                .thenMany(session.insertAll(articles(2)))
                .then());

        assertThat(count(ARTICLE)).isEqualTo(2);
    }

    @Test
    void shouldRefuseWhatIsNotNew() {
        List<Article> stored =
                new ArrayList<>(known(run(sessions.insertAll(articles(1)).collectList())));

        fails(sessions.insertAll(Flux.fromIterable(stored)).then(), EntityStateException.class, "detached");
        fails(
                sessions.run(session -> session.insertAll(Mono.fromSupplier(() -> session.add(new Article("new"))))
                        .then()),
                EntityStateException.class,
                "part of the session already");
    }

    @Test
    void shouldCancelItsSource() {
        TestPublisher<Article> source = TestPublisher.create();

        StepVerifier.create(sessions.insertAll(source))
                .then(() -> source.next(new Article("a")))
                .thenAwait()
                .thenCancel()
                .verify(SOON);

        source.assertCancelled();
        assertThat(count(ARTICLE)).isZero();
    }
}
