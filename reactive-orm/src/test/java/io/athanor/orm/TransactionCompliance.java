package io.athanor.orm;

import static io.athanor.orm.Press.ARTICLE;
import static io.athanor.orm.Press.COMMENT;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.PendingRollbackException;
import io.athanor.UniqueViolationException;
import io.athanor.orm.Press.Article;
import io.athanor.orm.Press.Comment;
import io.athanor.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How sessions and savepoints begin and end, and what they leave behind when they end badly. */
abstract class TransactionCompliance extends SessionFixture {
    TransactionCompliance(TestDatabase database) {
        super(database);
    }

    private Article stored(String title) {
        Article article = new Article(title);
        doing(session -> session.add(article));
        statements();
        return article;
    }

    @Test
    void shouldRollBackAndTakeGeneratedKeysBack() {
        Article article = new Article("Gold");
        article.comments.add(new Comment("First!"));

        fails(
                sessions.run(session -> {
                    session.add(article);
                    return session.flush().then(Mono.error(new IllegalStateException("no")));
                }),
                IllegalStateException.class,
                "no");

        assertThat(article.id).isNull();
        assertThat(article.version).isZero();
        assertThat(article.comments.get(0).id).isNull();
        assertThat(count(ARTICLE)).isZero();
        doing(session -> session.add(article));
        assertThat(count(COMMENT)).isEqualTo(1);
    }

    @Test
    void shouldLeaveObjectsAsTheyWereWhenAFlushFails() {
        stored("Gold");
        Article first = new Article("Silver");
        Article second = new Article("Gold");

        fails(
                sessions.run(session -> {
                    session.add(first);
                    session.add(second);
                    return session.flush();
                }),
                UniqueViolationException.class,
                "insert Article (Article.title)");

        assertThat(first.id).isNull();
        assertThat(second.id).isNull();
    }

    @Test
    void shouldRefuseToGoOnAfterAFailedFlush() {
        stored("Gold");

        fails(
                sessions.run(session -> {
                    session.add(new Article("Gold"));
                    return session.flush().onErrorComplete().then(session.get(ARTICLE, 1L));
                }),
                PendingRollbackException.class,
                "savepoint");
        assertThat(count(ARTICLE)).isEqualTo(1);
    }

    @Test
    void shouldRefuseToCommitAfterAFailedFlush() {
        stored("Gold");

        fails(
                sessions.run(session -> {
                    session.add(new Article("Silver"));
                    session.add(new Article("Gold"));
                    return session.flush().onErrorComplete();
                }),
                PendingRollbackException.class);
        assertThat(count(ARTICLE)).isEqualTo(1);
    }

    @Test
    void shouldUndoASavepointAlone() {
        Article article = stored("Gold");
        Article duplicate = new Article("Gold");

        String title = inSession(session -> session.get(ARTICLE, known(article.id))
                .doOnNext(read -> read.body = "kept")
                .flatMap(read -> session.<Void>savepoint(inner -> {
                            read.title = "Silver";
                            inner.add(duplicate);
                            return inner.flush().then(Mono.error(new IllegalStateException("no")));
                        })
                        .onErrorComplete()
                        .then(Mono.fromSupplier(() -> read.title + ", " + session.contains(duplicate)))));

        assertThat(title).isEqualTo("Gold, false");
        assertThat(duplicate.id).isNull();
        Article read = inSession(session -> session.get(ARTICLE, known(article.id)));
        assertThat(read.title).isEqualTo("Gold");
        assertThat(read.body).isEqualTo("kept");
    }

    @Test
    void shouldRestoreCollectionsWhenASavepointIsUndone() {
        Article article = new Article("Gold");
        article.comments.add(new Comment("First!"));
        doing(session -> session.add(article));

        int comments = inSession(session -> session.one(select(ARTICLE.with(ARTICLE.toMany("comments", Comment.class))))
                .flatMap(read -> session.<Void>savepoint(inner -> {
                            read.comments.clear();
                            read.comments.add(new Comment("other"));
                            return inner.flush().then(Mono.error(new IllegalStateException("no")));
                        })
                        .onErrorComplete()
                        .then(Mono.fromSupplier(() -> read.comments.size()))
                        .doOnNext(size -> assertThat(read.comments.get(0).text).isEqualTo("First!"))));

        assertThat(comments).isEqualTo(1);
        assertThat(count(COMMENT)).isEqualTo(1);
    }

    @Test
    void shouldKeepWhatASavepointDidThatEndsWell() {
        Article article = new Article("Gold");

        within(session -> session.savepoint(inner -> Mono.just(inner.add(article)))
                .then(session.savepoint(inner -> Mono.fromRunnable(() -> article.body = "more"))));

        assertThat(article.version).isEqualTo(2);
        assertThat(count(ARTICLE)).isEqualTo(1);
    }

    @Test
    void shouldGoOnAfterAFailedFlushInASavepoint() {
        stored("Gold");

        List<Article> kept = inSession(session -> Flux.just("Silver", "Gold", "Lead")
                .map(Article::new)
                .concatMap(article -> session.savepoint(inner -> Mono.just(inner.add(article)))
                        .onErrorResume(UniqueViolationException.class, duplicate -> Mono.empty()))
                .collectList());

        assertThat(kept).extracting(article -> article.title).containsExactly("Silver", "Lead");
        assertThat(count(ARTICLE)).isEqualTo(3);
    }

    @Test
    void shouldRefuseTheOuterSessionInsideASavepoint() {
        fails(
                sessions.run(session -> session.savepoint(inner -> session.get(ARTICLE, 1L))),
                IllegalStateException.class,
                "use the session that its work was given");
    }

    @Test
    void shouldRefuseASessionThatHasEnded() {
        AtomicReference<Session> kept = new AtomicReference<>();
        doing(kept::set);

        fails(known(kept.get()).get(ARTICLE, 1L), IllegalStateException.class, "has ended");
        assertThatThrownBy(() -> known(kept.get()).add(new Article("Gold"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldRunWhatIsSubscribedAtOnce() {
        List<Article> articles = List.of(new Article("a"), new Article("b"), new Article("c"));
        doing(session -> session.addAll(articles));

        List<String> titles = inSession(session -> Flux.merge(
                        session.stream(select(ARTICLE)),
                        Flux.fromIterable(articles)
                                .flatMap(article -> session.get(ARTICLE, known(article.id)))
                                .doOnNext(read -> read.body = "seen"),
                        session.flush().cast(Article.class))
                .map(read -> read.title)
                .distinct()
                .sort()
                .collectList());

        assertThat(titles).containsExactly("a", "b", "c");
    }

    @Test
    void shouldTellListeners() {
        List<String> told = new ArrayList<>();
        Sessions listened = sessions.listener(new SessionListener() {
            @Override
            public Mono<Void> beforeFlush(Session session) {
                return Mono.fromRunnable(() -> told.add("before flush"));
            }

            @Override
            public Mono<Void> afterFlush(Session session, FlushedEntities flushed) {
                return session.stream(select(ARTICLE.text("title")))
                        .doOnNext(title -> told.add(
                                "flushed " + title + " x" + flushed.inserted().size()))
                        .then();
            }

            @Override
            public Mono<Void> afterCommit() {
                return Mono.fromRunnable(() -> told.add("committed"));
            }

            @Override
            public Mono<Void> afterRollback() {
                return Mono.fromRunnable(() -> told.add("rolled back"));
            }
        });

        run(listened.run(session -> Mono.just(session.add(new Article("Gold")))));
        fails(
                listened.run(session -> session.get(ARTICLE, 1L).then(Mono.error(new IllegalStateException("no")))),
                IllegalStateException.class);

        assertThat(told).containsExactly("before flush", "flushed Gold x1", "before flush", "committed", "rolled back");
    }

    @Test
    void shouldEmitManyAsTheyCome() {
        stored("Gold");

        List<String> titles =
                run(sessions.runMany(session -> session.stream(select(ARTICLE)).doOnNext(read -> read.title = "Silver"))
                        .map(read -> read.title)
                        .collectList());

        assertThat(titles).containsExactly("Silver");
        assertThat(rows(select(ARTICLE.text("title")))).containsExactly("Silver");
    }

    @Test
    void shouldLetListenersChangeWhatIsFlushed() {
        Sessions listened = sessions.listener(new SessionListener() {
            @Override
            public Mono<Void> beforeFlush(Session session) {
                return session.stream(select(ARTICLE))
                        .doOnNext(read -> read.body = "checked")
                        .then(session.flush());
            }
        });
        stored("Gold");

        run(listened.run(Session::flush));

        assertThat(rows(select(ARTICLE.text("body")))).containsExactly("checked");
    }
}
