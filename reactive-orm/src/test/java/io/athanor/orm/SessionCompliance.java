package io.athanor.orm;

import static io.athanor.orm.Press.ARTICLE;
import static io.athanor.orm.Press.AUTHOR;
import static io.athanor.orm.Press.COMMENT;
import static io.athanor.orm.Press.TICKET;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.EntityStateException;
import io.athanor.IdentityConflictException;
import io.athanor.StaleDataException;
import io.athanor.orm.Press.Article;
import io.athanor.orm.Press.Author;
import io.athanor.orm.Press.Comment;
import io.athanor.orm.Press.Ticket;
import io.athanor.sql.Lock;
import io.athanor.sql.Sql;
import io.athanor.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What a session does with entities in each of their states. */
abstract class SessionCompliance extends SessionFixture {
    SessionCompliance(TestDatabase database) {
        super(database);
    }

    private Article stored(String title) {
        Article article = new Article(title);
        doing(session -> session.add(article));
        statements();
        return article;
    }

    @Test
    void shouldGiveTheSameObjectForAKeyWithoutAStatement() {
        Article article = stored("Gold");

        boolean same = inSession(session -> session.get(ARTICLE, known(article.id))
                .flatMap(first -> session.get(ARTICLE, known(article.id)).map(second -> first == second)));

        assertThat(same).isTrue();
        assertThat(statements()).containsExactly("select article");
    }

    @Test
    void shouldBeEmptyForAnUnknownKey() {
        Article unknown = run(sessions.run(session -> session.get(ARTICLE, -1L)));

        assertThat(unknown).isNull();
    }

    @Test
    void shouldFlushBeforeAQuery() {
        Article article = stored("Gold");

        List<String> titles = inSession(session -> session.get(ARTICLE, known(article.id))
                .doOnNext(read -> read.title = "Silver")
                .flatMap(read -> session.stream(select(ARTICLE.text("title"))).collectList()));

        assertThat(titles).containsExactly("Silver");
    }

    @Test
    void shouldRefuseToAddWhatIsDetached() {
        Article article = stored("Gold");

        fails(
                sessions.run(session -> Mono.fromRunnable(() -> session.add(article))),
                EntityStateException.class,
                "merge");
    }

    @Test
    void shouldRefuseToDeleteWhatIsNotPartOfTheSession() {
        Article article = stored("Gold");

        fails(
                sessions.run(session -> Mono.fromRunnable(() -> session.delete(article))),
                EntityStateException.class,
                "not part of the session");
        fails(
                sessions.run(session -> Mono.fromRunnable(() -> session.delete(new Article("New")))),
                EntityStateException.class,
                "was not saved");
    }

    @Test
    void shouldForgetWhatWasAddedAndDeleted() {
        doing(session -> session.delete(session.add(new Article("Gold"))));

        assertThat(statements()).isEmpty();
    }

    @Test
    void shouldTakeADeletionBack() {
        Article article = stored("Gold");

        within(session -> session.get(ARTICLE, known(article.id)).doOnNext(read -> {
            session.delete(read);
            assertThat(session.contains(read)).isFalse();
            session.add(read);
            assertThat(session.contains(read)).isTrue();
        }));

        assertThat(count(ARTICLE)).isEqualTo(1);
    }

    @Test
    void shouldRefuseTwoObjectsOfAKey() {
        doing(session -> session.add(new Ticket(7, "Ann")));

        fails(
                sessions.run(session -> session.get(TICKET, 7L).doOnNext(read -> session.add(new Ticket(7, "Bob")))),
                IdentityConflictException.class,
                "Ticket");
    }

    @Test
    void shouldNotKeepTheOldRowsValuesWhenAKeyIsUsedAgain() {
        Ticket old = new Ticket(7, "Ann");
        old.seat = "1A";
        doing(session -> session.add(old));

        within(session -> session.get(TICKET, 7L).doOnNext(read -> {
            session.delete(read);
            session.add(new Ticket(7, "Bob"));
        }));

        Ticket read = inSession(session -> session.get(TICKET, 7L));
        assertThat(read.holder).isEqualTo("Bob");
        assertThat(read.seat).isNull();
    }

    @Test
    void shouldDeleteBeforeItInsertsWhatIsUnique() {
        Article old = stored("Gold");

        within(session -> session.get(ARTICLE, known(old.id)).doOnNext(read -> {
            session.delete(read);
            session.add(new Article("Gold"));
        }));

        assertThat(count(ARTICLE)).isEqualTo(1);
    }

    @Test
    void shouldNoticeThatARowWasChangedMeanwhile() {
        Article article = stored("Gold");

        fails(
                sessions.run(session -> session.get(ARTICLE, known(article.id))
                        .doOnNext(read -> read.title = "Silver")
                        .flatMap(read -> engine.execute(Sql.update(ARTICLE)
                                .set(ARTICLE.number("version", Integer.class).to(9))))),
                StaleDataException.class,
                "1 of 1 rows of Article");
    }

    @Test
    void shouldNoticeThatADeletedRowWasChangedMeanwhile() {
        Article article = stored("Gold");

        fails(
                sessions.run(session -> session.get(ARTICLE, known(article.id))
                        .doOnNext(session::delete)
                        .flatMap(read -> engine.execute(Sql.update(ARTICLE)
                                .set(ARTICLE.number("version", Integer.class).to(9))))),
                StaleDataException.class,
                "could not be deleted");
        assertThat(count(ARTICLE)).isEqualTo(1);
    }

    @Test
    void shouldSayWhichOfManyAreStale() {
        List<Article> articles = List.of(new Article("a"), new Article("b"), new Article("c"));
        doing(session -> session.addAll(articles));
        AtomicReference<StaleDataException> failure = new AtomicReference<>();

        run(sessions.run(session -> session.stream(
                                select(ARTICLE).orderBy(ARTICLE.text("title").asc()))
                        .doOnNext(read -> read.body = "changed")
                        .collectList()
                        .flatMap(read -> engine.execute(Sql.update(ARTICLE)
                                .set(ARTICLE.number("version", Integer.class).to(9))
                                .where(ARTICLE.text("title").eq("b")))))
                .onErrorResume(StaleDataException.class, stale -> {
                    failure.set(stale);
                    return Mono.empty();
                }));

        assertThat(known(failure.get())).hasMessageContaining("1 of 3 rows");
        assertThat(known(failure.get()).entities())
                .singleElement()
                .satisfies(stale -> assertThat(((Article) stale).title).isEqualTo("b"));
    }

    @Test
    void shouldLockARow() {
        Article article = stored("Gold");

        within(session ->
                session.get(ARTICLE, known(article.id)).flatMap(read -> session.lock(read, Lock.forUpdate())));

        assertThat(statements()).containsExactly("select article", "select article");
    }

    @Test
    void shouldRefuseToLockAStaleRow() {
        Article article = stored("Gold");

        fails(
                sessions.run(session -> session.get(ARTICLE, known(article.id))
                        .flatMap(read -> engine.execute(Sql.update(ARTICLE)
                                        .set(ARTICLE.number("version", Integer.class)
                                                .to(9)))
                                .then(session.lock(read, Lock.forUpdate())))),
                StaleDataException.class,
                "cannot be locked");
    }

    @Test
    void shouldRefreshAndLoseWhatWasNotFlushed() {
        Article article = stored("Gold");

        String title = inSession(session -> session.get(ARTICLE, known(article.id))
                .doOnNext(read -> read.title = "Silver")
                .flatMap(session::refresh)
                .map(read -> read.title));

        assertThat(title).isEqualTo("Gold");
    }

    @Test
    void shouldReferWithoutReading() {
        Author ann = new Author("Ann");
        doing(session -> session.add(ann));
        statements();

        doing(session -> {
            Article article = new Article("Gold");
            article.author = session.getReference(AUTHOR, known(ann.id));
            session.add(article);
        });

        assertThat(statements()).containsExactly("insert article");
    }

    @Test
    void shouldReferToWhatIsDetached() {
        Author ann = new Author("Ann");
        doing(session -> session.add(ann));
        statements();

        Article article = new Article("Gold");
        article.author = ann;
        doing(session -> session.add(article));

        assertThat(statements()).containsExactly("insert article");
    }

    @Test
    void shouldNoLongerWriteWhatIsDetached() {
        Article article = stored("Gold");

        within(session -> session.get(ARTICLE, known(article.id)).doOnNext(read -> {
            session.detach(read);
            read.title = "Silver";
            assertThat(session.contains(read)).isFalse();
        }));

        assertThat(statements()).containsExactly("select article");
    }

    @Test
    void shouldForgetAllWhenCleared() {
        Article article = stored("Gold");

        within(session -> session.get(ARTICLE, known(article.id)).doOnNext(read -> {
            read.title = "Silver";
            session.add(new Article("Lead"));
            session.clear();
        }));

        assertThat(statements()).containsExactly("select article");
    }

    @Test
    void shouldUpdateManyRowsInOneStatement() {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            articles.add(new Article("t" + i));
        }
        doing(session -> session.addAll(articles));
        assertThat(statements()).containsExactly("insert article");

        within(session -> session.stream(select(ARTICLE))
                .doOnNext(read -> read.body = "b" + read.title)
                .collectList());

        assertThat(statements()).containsExactly("select article", "update article");
        List<Article> read =
                inSession(session -> session.stream(select(ARTICLE)).collectList());
        assertThat(read).allSatisfy(each -> {
            assertThat(each.body).isEqualTo("b" + each.title);
            assertThat(each.version).isEqualTo(2);
        });
    }

    @Test
    void shouldDeleteManyRowsInOneStatement() {
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            tickets.add(new Ticket(i, "t" + i));
        }
        doing(session -> session.addAll(tickets));
        statements();

        within(session ->
                session.stream(select(TICKET)).doOnNext(session::delete).collectList());

        assertThat(statements()).containsExactly("select ticket", "delete ticket");
        assertThat(count(TICKET)).isZero();
    }

    @Test
    void shouldOnlyReadInAReadOnlySession() {
        Article article = stored("Gold");

        run(sessions.readOnly()
                .run(session -> session.get(ARTICLE, known(article.id)).doOnNext(read -> read.title = "Silver")));

        assertThat(statements()).containsExactly("select article");
        fails(
                sessions.readOnly().run(session -> Mono.fromRunnable(() -> session.add(new Article("Lead")))),
                EntityStateException.class,
                "read-only");
    }

    @Test
    void shouldMergeADetachedGraphInFewStatements() {
        Article article = new Article("Gold");
        article.comments.add(new Comment("First!"));
        article.comments.add(new Comment("Second"));
        doing(session -> session.add(article));
        statements();
        article.title = "Silver";
        article.comments.remove(0);
        article.comments.add(new Comment("Third"));

        Article merged = inSession(session -> session.merge(article));

        assertThat(merged).isNotSameAs(article);
        assertThat(merged.comments).extracting(comment -> comment.text).containsExactlyInAnyOrder("Second", "Third");
        assertThat(statements())
                .filteredOn(statement -> !statement.equals("next key"))
                .containsExactly(
                        "select article",
                        "select comment",
                        "select comment",
                        "select article_tags",
                        "delete comment",
                        "update article",
                        "insert comment");
        assertThat(count(COMMENT)).isEqualTo(2);
    }

    @Test
    void shouldRefuseToMergeWhatIsStale() {
        Article article = stored("Gold");
        within(session -> session.get(ARTICLE, known(article.id)).doOnNext(read -> read.title = "Silver"));

        fails(sessions.run(session -> session.merge(article)), StaleDataException.class, "cannot be merged");
    }

    @Test
    void shouldKeepObjectsInStepWithAnUpdateOfTheTable() {
        Article article = stored("Gold");

        String body =
                inSession(session -> session.get(ARTICLE, known(article.id)).flatMap(read -> session.execute(
                                Sql.update(ARTICLE).set(ARTICLE.text("body").to("all")))
                        .then(Mono.fromSupplier(() -> read.body))));

        assertThat(body).isEqualTo("all");
        assertThat(statements()).containsExactly("select article", "update article", "select article");
    }

    @Test
    void shouldForgetObjectsWhoseRowsADeleteOfTheTableTook() {
        Article article = new Article("Gold");
        article.comments.addAll(List.of(new Comment("First!"), new Comment("Second")));
        doing(session -> session.add(article));

        int comments = inSession(session -> session.one(select(ARTICLE.with(ARTICLE.toMany("comments", Comment.class))))
                .flatMap(read -> session.execute(Sql.deleteFrom(COMMENT)
                                .where(COMMENT.text("text").eq("Second")))
                        .then(session.flush())
                        .then(Mono.fromSupplier(() -> read.comments.size()))));

        assertThat(comments).isEqualTo(1);
        assertThat(count(COMMENT)).isEqualTo(1);
    }
}
