package io.athanor.orm.load;

import static io.athanor.orm.load.Forum.ARTICLE;
import static io.athanor.orm.load.Forum.AUTHOR;
import static io.athanor.orm.load.Forum.COMMENT;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.load.Forum.Article;
import io.athanor.orm.load.Forum.Author;
import io.athanor.orm.state.SessionState;
import io.athanor.sql.Select;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What every database gives of streams of entities. */
abstract class StreamCompliance extends LoadFixture {
    private static final int MANY = 1000;

    StreamCompliance(TestDatabase database) {
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
                                        ARTICLE.number("author.id", Long.class).from((Long id) -> id)),
                        Flux.range(1001, MANY).map(Integer::longValue)))
                .then(engine.execute(
                        insertInto(COMMENT)
                                .each(
                                        COMMENT.id.from((Long id) -> id),
                                        COMMENT.text.from((Long id) -> "Comment " + id),
                                        COMMENT.number("article.id", Long.class).from((Long id) -> id / 2 * 2)),
                        Flux.range(1002, MANY - 2).map(Integer::longValue)))
                .block(Duration.ofSeconds(20));
    }

    @Test
    void shouldLoadRelationshipsForEachWindow() {
        List<Article> articles = load(new LoadOptions(100, LoadOptions.ALL), loader -> loader.stream(many())
                .collectList());

        assertThat(articles).hasSize(MANY);
        assertThat(articles).allSatisfy(article -> {
            assertThat(article.author).isNotNull();
            assertThat(article.comments.size()).isLessThanOrEqualTo(2);
        });
        // for each of 10 windows: comments, authors, profiles
        assertThat(counted("from \"comment\"")).isEqualTo(10);
        assertThat(statements.size()).isLessThanOrEqualTo(42);
    }

    private final List<String> statements = new ArrayList<>();

    private long counted(String text) {
        statements.clear();
        statements.addAll(statements());
        return statements.stream().filter(sql -> sql.contains(text)).count();
    }

    @Test
    void shouldReadNoMoreThanIsAskedFor() {
        List<Article> articles = load(
                new LoadOptions(10, LoadOptions.ALL),
                loader -> loader.stream(many()).take(5).collectList());

        assertThat(articles).hasSize(5);
        assertThat(counted("from \"comment\"")).isLessThanOrEqualTo(2);
    }

    @Test
    void shouldLetOthersUseTheSessionBetweenRows() {
        Long count = load(new LoadOptions(50, LoadOptions.ALL), loader -> loader.stream(many())
                .concatMap(article -> loader.get(AUTHOR.mapping(), List.of(author(article)))
                        .flatMap(author -> loader.load(article, List.of(ARTICLE.tags.load())))
                        .thenReturn(article))
                .count());

        assertThat(count).isEqualTo(MANY);
    }

    @Test
    void shouldLetGoOfWhatHasPassed() {
        SessionState session = new SessionState(true);
        Long count = run(session, new LoadOptions(100, 200), loader -> loader.stream(many())
                .count());

        assertThat(count).isEqualTo(MANY);
        assertThat(session.all()).hasSizeLessThan(600);
    }

    @Test
    void shouldKeepAsManyAsIsSaid() {
        SessionState session = new SessionState(true);
        run(session, LoadOptions.defaults().window(100).evicting(), loader -> loader.stream(many())
                .count());

        assertThat(session.all())
                .filteredOn(state -> state.entity() instanceof Article)
                .hasSize(MANY);
    }

    @Test
    void shouldKeepWhatWasChangedAndWhatThatRefersTo() {
        SessionState session = new SessionState(true);
        run(session, new LoadOptions(100, 200), loader -> loader.stream(many())
                .doOnNext(article -> {
                    if (Long.valueOf(1150).equals(article.id)) {
                        article.title = "changed";
                    }
                })
                .count());

        assertThat(session.all())
                .extracting(state -> state.entity().toString())
                .contains("article 1150", "author 1150", "comment 1150", "comment 1151")
                .doesNotContain("article 1149", "author 1149", "comment 1149");
    }

    @Test
    void shouldKeepWhatWasThereBefore() {
        SessionState session = new SessionState(true);
        run(session, new LoadOptions(100, 200), loader -> loader.get(AUTHOR.mapping(), List.of(1500L))
                .flatMap(author -> loader.stream(many())
                        .filter(article -> article.author == author)
                        .count())
                .doOnNext(articles -> assertThat(articles).isEqualTo(1)));

        assertThat(session.all())
                .extracting(state -> state.entity().toString())
                .contains("author 1500")
                .doesNotContain("author 1400");
    }

    /** Cancelled at each of its statements, at each of its rows: what comes next in the session has to work. */
    @Test
    void shouldLeaveTheSessionUsableWhereverItIsCancelled() {
        List<Function<Loader, Flux<?>>> work = List.of(
                loader -> loader.stream(select(ARTICLE.with(ARTICLE.comments.selectIn(COMMENT.author), ARTICLE.tags))
                        .where(ARTICLE.id.lt(1100L))),
                loader -> loader.stream(
                        select(ARTICLE.with(ARTICLE.comments.joined())).where(ARTICLE.id.lt(1100L))),
                loader -> loader.get(ARTICLE.mapping(), List.of(1L)).flux());
        for (Function<Loader, Flux<?>> each : work) {
            for (int statement = 0; statement < 6; statement++) {
                cancelledAt(each, statement);
            }
        }
    }

    private void cancelledAt(Function<Loader, Flux<?>> work, int statement) {
        SessionState session = new SessionState(true);
        Mono<Article> cancelled = engine.transaction(tx -> {
            Cancelling counting = new Cancelling(statement);
            Loader loader = loader(session, counting.watching(tx));
            return work.apply(loader)
                    .takeUntilOther(counting.reached())
                    .then(Mono.defer(() -> loader.get(ARTICLE.mapping(), List.of(1L))))
                    .filter(article -> article.author != null);
        });

        StepVerifier.create(cancelled)
                .assertNext(article -> assertThat(article.author).hasToString("author 1"))
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }

    private static long author(Article article) {
        Author author = article.author;
        if (author == null || author.id == null) {
            throw new AssertionError(article + " has no author");
        }
        return author.id;
    }

    private static Select<Article> many() {
        return select(ARTICLE.with(ARTICLE.comments))
                .where(ARTICLE.id.gt(1000L))
                .orderBy(ARTICLE.id.asc());
    }
}
