package io.athanor.orm.load;

import static io.athanor.orm.load.Forum.ARTICLE;
import static io.athanor.orm.load.Forum.AUTHOR;
import static io.athanor.orm.load.Forum.COMMENT;
import static io.athanor.orm.load.Forum.TAG;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.deleteFrom;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.athanor.ConfigurationException;
import io.athanor.orm.Sessions;
import io.athanor.orm.load.Forum.Article;
import io.athanor.orm.load.Forum.Author;
import io.athanor.sql.Select;
import io.athanor.sql.Source;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What loading and writing come to in one session. */
abstract class SessionLoadCompliance extends LoadFixture {
    private static final int MANY = 1000;
    private final Sessions sessions = Sessions.of(engine, Forum.MODEL);

    SessionLoadCompliance(TestDatabase database) {
        super(database);
    }

    @BeforeAll
    void addMany() {
        engine.execute(
                        insertInto(AUTHOR)
                                .each(AUTHOR.id.from((Long id) -> id), AUTHOR.name.from((Long id) -> "Author " + id)),
                        Flux.range(1001, MANY).map(Integer::longValue))
                .then(engine.execute(
                        insertInto(ARTICLE)
                                .each(
                                        ARTICLE.id.from((Long id) -> id),
                                        ARTICLE.title.from((Long id) -> "Article " + id),
                                        ARTICLE.body.from((Long id) -> "Body " + id),
                                        ARTICLE.number("author.id", Long.class).from((Long id) -> id)),
                        Flux.range(1001, MANY).map(Integer::longValue)))
                .block(Duration.ofSeconds(20));
    }

    @Test
    void shouldGetAThousandByAHandfulOfStatements() {
        List<Author> authors = in(sessions.run(session -> session.one(
                        select(count()).from(TAG))
                .thenMany(Flux.range(1001, MANY)) // on the connection's own thread, which answers when all have asked
                .flatMap(id -> session.get(AUTHOR, id.longValue()))
                .collectList()));

        assertThat(authors).hasSize(MANY);
        assertThat(statements().stream().filter(sql -> sql.contains("from \"author\"")))
                .hasSizeBetween(
                        4, 8); // 256 are asked for at a time; when the first are sent is the scheduler's business
    }

    @Test
    void shouldLoadTheMembersOfTwoHundredByThreeStatements() {
        Long members =
                in(sessions.run(session -> session.stream(select(ARTICLE).where(ARTICLE.id.between(1001L, 1200L)))
                        .collectList()
                        .flatMapMany(articles -> session.one(select(count()).from(TAG))
                                .doOnNext(number -> statements())
                                .thenMany(Flux.fromIterable(articles))) // on the connection's own thread
                        .flatMap(article -> session.load(article, ARTICLE.tags), 200)
                        .count()));

        assertThat(members).isEqualTo(200);
        assertThat(statements()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void shouldRunWhatIsSubscribedTogether() {
        String all = in(sessions.run(session -> Mono.zip(
                        session.get(ARTICLE, 1L),
                        session.stream(select(TAG.with(TAG.articles)).orderBy(TAG.id.asc()))
                                .collectList(),
                        session.one(select(count()).from(COMMENT)),
                        session.get(AUTHOR, 3L))
                .map(both ->
                        both.getT1() + " " + both.getT2().get(0).articles + " " + both.getT3() + " " + both.getT4())));

        assertThat(all).isEqualTo("article 1 [article 1, article 2] 5 author 3");
    }

    @Test
    void shouldNotWriteReferencesThatAreStillBeingLoaded() {
        Sessions small = sessions.window(10);
        Long articles = in(small.run(session -> session.stream(many())
                .concatMap(article -> session.flush().thenReturn(article))
                .count()));
        Long orphans = in(engine.one(select(count()).from(ARTICLE).where(ARTICLE.author.isNull())));

        assertThat(articles).isEqualTo(MANY);
        assertThat(orphans).isEqualTo(1L);
        assertThat(statements()).noneMatch(sql -> sql.startsWith("update"));
    }

    @Test
    void shouldSeeWhatWasChangedAndKeepIt() {
        Article article = in(sessions.run(session -> session.get(ARTICLE, 2L)
                .doOnNext(found -> found.title = "Second")
                .flatMap(found -> session.one(select(ARTICLE).where(ARTICLE.title.eq("Second")))
                        .doOnNext(same -> assertThat(same).isSameAs(found)))
                .doOnNext(found -> found.title = "Two")));

        assertThat(article.title).isEqualTo("Two");
    }

    @Test
    void shouldLeaveAloneWhatWasNotRead() {
        in(sessions.run(
                session -> session.one(select(ARTICLE.only(ARTICLE.title)).where(ARTICLE.id.eq(1300L)))
                        .doOnNext(article -> article.title = "Partly read")));
        statements();
        Article article = in(sessions.run(session -> session.get(ARTICLE, 1300L)));

        assertThat(article.title).isEqualTo("Partly read");
        assertThat(article.body).isEqualTo("Body 1300");
        assertThat(article.author).hasToString("author 1300");
    }

    @Test
    void shouldReferToWhatWasNotRead() {
        in(sessions.run(session ->
                session.get(ARTICLE, 1301L).doOnNext(article -> article.author = session.getReference(AUTHOR, 3L))));
        Article article = in(sessions.run(session -> session.get(ARTICLE, 1301L)));
        Author author = in(engine.one(select(AUTHOR).where(AUTHOR.id.eq(3L))));

        assertThat(Objects.requireNonNull(article.author).name).isEqualTo("Cid");
        assertThat(author.name).isEqualTo("Cid");
    }

    @Test
    void shouldNotRemoveMembersThatWereLeftOut() {
        in(sessions.run(session -> session.one(
                        select(ARTICLE.with(ARTICLE.comments.selectIn().where(comment -> comment.text.eq("c2"))))
                                .where(ARTICLE.id.eq(1L)))
                .doOnNext(article -> article.title = "One")));
        Long comments = in(engine.one(select(count())
                .from(COMMENT)
                .where(COMMENT.number("article.id", Long.class).eq(1L))));

        assertThat(comments).isEqualTo(4L);
    }

    @Test
    void shouldWriteWhatWasChangedInAStreamThatLetsGo() {
        in(sessions.evicting().window(50).run(session -> session.stream(many())
                .doOnNext(article -> {
                    if (Long.valueOf(1400L).equals(article.id)) {
                        article.title = "Kept";
                    }
                })
                .count()));
        String title = in(engine.one(select(ARTICLE.title).where(ARTICLE.id.eq(1400L))));
        Long authors = in(engine.one(select(count()).from(AUTHOR)));

        assertThat(title).isEqualTo("Kept");
        assertThat(authors).isEqualTo(MANY + 3L);
    }

    @Test
    void shouldTakeOverWhatAStatementReturns() {
        List<String> titles =
                in(sessions.run(session -> session.get(ARTICLE, 1500L).flatMap(article -> session.one(update(ARTICLE)
                                .set(ARTICLE.title.to("Returned"))
                                .where(ARTICLE.id.eq(1500L))
                                .returning(ARTICLE))
                        .map(same -> {
                            assertThat(same).isSameAs(article);
                            return List.of("" + article.title, "" + article.author);
                        }))));

        assertThat(titles).containsExactly("Returned", "author 1500");
    }

    @Test
    void shouldForgetWhatAStatementDeletes() {
        in(sessions.run(session -> session.get(ARTICLE, 1501L).flatMap(article -> session.one(
                        deleteFrom(ARTICLE).where(ARTICLE.id.eq(1501L)).returning(ARTICLE))
                .doOnNext(same -> {
                    assertThat(same).isSameAs(article);
                    assertThat(session.contains(article)).isFalse();
                }))));
    }

    @Test
    void shouldReadEntitiesOfAQueryInside() {
        Source<Article> first = select(ARTICLE.with(ARTICLE.comments))
                .where(ARTICLE.id.lt(1000L))
                .orderBy(ARTICLE.id.asc())
                .limit(2)
                .as("first");
        List<String> comments = in(sessions.run(session -> session.stream(select(first))
                .map(article -> article + " " + article.comments)
                .collectList()));

        assertThat(comments)
                .containsExactlyInAnyOrder(
                        "article 1 [comment 4, comment 3, comment 2, comment 1]", "article 2 [comment 5]");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> in(sessions.run(session -> session.stream(select(
                                select(ARTICLE.with(ARTICLE.author.joined())).as("inside")))
                        .collectList())))
                .withMessageContaining("not for a query inside another one");
    }

    @Test
    void shouldLockTheOwnersOfWhatIsJoined() {
        Article article = in(sessions.run(session -> session.one(select(ARTICLE.with(ARTICLE.author.joined()))
                .where(ARTICLE.id.eq(1L))
                .forUpdate())));

        assertThat(article.author).hasToString("author 1");
    }

    @Test
    void shouldReadWithoutTracking() {
        List<Article> articles = in(sessions.readOnly().run(session -> session.stream(
                        select(ARTICLE.with(ARTICLE.comments.selectIn(COMMENT.author), ARTICLE.tags))
                                .where(ARTICLE.id.lt(1000L))
                                .orderBy(ARTICLE.id.asc()))
                .collectList()));

        assertThat(articles).extracting(article -> article.author).hasToString("[author 1, author 1, author 2, null]");
        assertThat(articles.get(0).comments).hasSize(4);
    }

    private static <T> T in(Mono<T> work) {
        T result = work.block(Duration.ofSeconds(20));
        if (result == null) {
            throw new AssertionError("nothing came");
        }
        return result;
    }

    private static Select<Article> many() {
        return select(ARTICLE).where(ARTICLE.id.gt(1000L)).orderBy(ARTICLE.id.asc());
    }
}
