package io.athanor.orm;

import static io.athanor.orm.Press.ARTICLE;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.StaleDataException;
import io.athanor.StaleDataException.StaleRow;
import io.athanor.orm.Press.Article;
import io.athanor.sql.Lock;
import io.athanor.sql.NumberColumn;
import io.athanor.sql.Sql;
import io.athanor.testing.TestDatabase;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What is said of rows that somebody else has changed or deleted since they were read. */
abstract class StaleCompliance extends SessionFixture {
    private static final NumberColumn<Integer> VERSION = ARTICLE.number("version", Integer.class);

    private final List<Article> articles = List.of(new Article("a"), new Article("b"), new Article("c"));

    StaleCompliance(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void store() {
        articles.forEach(article -> {
            article.id = null;
            article.version = 0;
            article.body = null;
        });
        doing(session -> session.addAll(articles));
        statements();
    }

    /** Reads all, has somebody else do something, and flushes what is changed then. */
    private StaleDataException stale(Mono<?> meanwhile, BiConsumer<Session, Article> change) {
        Throwable failure = run(sessions.run(session -> session.stream(
                                select(ARTICLE).orderBy(ARTICLE.text("title").asc()))
                        .doOnNext(read -> change.accept(session, read))
                        .collectList()
                        .flatMap(read -> meanwhile.then()))
                .thenReturn(new Throwable("not stale"))
                .onErrorResume(Mono::just));
        assertThat(failure).isInstanceOf(StaleDataException.class);
        return (StaleDataException) known(failure);
    }

    private Mono<Long> editB(int version, String body) {
        return engine.execute(Sql.update(ARTICLE)
                .set(VERSION.to(version), ARTICLE.text("body").to(body))
                .where(ARTICLE.text("title").eq("b")));
    }

    private Mono<Long> deleteB() {
        return engine.execute(
                Sql.deleteFrom(ARTICLE).where(ARTICLE.text("title").eq("b")));
    }

    private void isB(StaleDataException stale, int expected, Integer actual) {
        assertThat(stale.rows()).singleElement().satisfies(row -> {
            assertThat(((Article) row.entity()).title).isEqualTo("b");
            assertThat(row.name()).isEqualTo("Article");
            assertThat(row.key()).containsExactly(known(articles.get(1).id));
            assertThat(row.expectedVersion()).isEqualTo(expected);
            assertThat(row.actualVersion()).isEqualTo(actual);
        });
    }

    @Test
    void shouldNameKeyAndBothVersionsOfARowInASet() {
        StaleDataException stale = stale(editB(9, "theirs"), (session, read) -> read.body = "mine");

        isB(stale, 1, 9);
        assertThat(stale).hasMessageStartingWith("1 of 3 rows of Article could not be changed");
        assertThat(stale.rows()).extracting(StaleRow::toString).containsExactly("Article (changed)");
        assertThat(statements())
                .containsExactly("select article", "update article", "update article", "select article");
    }

    @Test
    void shouldTellWhoHasCountedToTheSameVersion() {
        StaleDataException stale = stale(editB(2, "theirs"), (session, read) -> read.body = "mine");

        isB(stale, 1, 2);
    }

    @Test
    void shouldNameAllThatMayBeIfTheSameWasWritten() {
        StaleDataException stale = stale(editB(2, "same"), (session, read) -> read.body = "same");

        assertThat(stale).hasMessageStartingWith("1 of 3 rows of Article");
        assertThat(stale.entities()).hasSize(3);
    }

    @Test
    void shouldSayThatARowIsGone() {
        StaleDataException stale = stale(deleteB(), (session, read) -> read.body = "mine");

        assertThat(stale.rows()).singleElement().satisfies(row -> {
            assertThat(row.key()).containsExactly(known(articles.get(1).id));
            assertThat(row.expectedVersion()).isEqualTo(1);
            assertThat(row.actualVersion()).isNull();
            assertThat(row.isGone()).isTrue();
        });
    }

    @Test
    void shouldNameBothVersionsOfARowThatWasToBeDeleted() {
        StaleDataException stale = stale(editB(9, "theirs"), Session::delete);

        isB(stale, 1, 9);
        assertThat(stale).hasMessageStartingWith("1 of 3 rows of Article could not be deleted");
    }

    @Test
    void shouldNameAllOfASetThatWasDeletedBefore() {
        StaleDataException stale = stale(engine.execute(Sql.deleteFrom(ARTICLE)), Session::delete);

        assertThat(stale.rows()).hasSize(3).allMatch(StaleRow::isGone);
    }

    @Test
    void shouldNameBothVersionsOfARowThatCannotBeLocked() {
        Throwable failure = run(sessions.run(session -> session.get(ARTICLE, known(articles.get(1).id))
                        .flatMap(read -> editB(9, "theirs").then(session.lock(read, Lock.forUpdate()))))
                .map(locked -> new Throwable())
                .onErrorResume(Mono::just));

        isB((StaleDataException) known(failure), 1, 9);
    }

    @Test
    void shouldNameBothVersionsOfWhatCannotBeMerged() {
        run(editB(9, "theirs"));
        articles.get(1).body = "mine";

        Throwable failure = run(sessions.run(session -> session.merge(articles.get(1)))
                .map(merged -> new Throwable())
                .onErrorResume(Mono::just));

        isB((StaleDataException) known(failure), 1, 9);
    }
}
