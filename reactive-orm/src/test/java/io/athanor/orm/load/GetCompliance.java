package io.athanor.orm.load;

import static io.athanor.orm.load.Forum.ARTICLE;
import static io.athanor.orm.load.Forum.AUTHOR;
import static io.athanor.orm.load.Forum.TAG;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.athanor.EntityStateException;
import io.athanor.StaleDataException;
import io.athanor.orm.load.Forum.Article;
import io.athanor.orm.load.Forum.Author;
import io.athanor.orm.load.Forum.Tag;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.state.EntityKey;
import io.athanor.orm.state.SessionState;
import io.athanor.sql.Sql;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What every database gives of single entities, and of many that are asked for one by one. */
abstract class GetCompliance extends LoadFixture {
    private static final EntityMapping<Author> AUTHORS = AUTHOR.mapping();
    private static final EntityMapping<Article> ARTICLES = ARTICLE.mapping();

    GetCompliance(TestDatabase database) {
        super(database);
    }

    @BeforeAll
    void addACrowd() {
        engine.execute(
                        Sql.insertInto(AUTHOR)
                                .each(AUTHOR.id.from((Long id) -> id), AUTHOR.name.from((Long id) -> "Author " + id)),
                        Flux.range(1001, 1000).map(Integer::longValue))
                .block(Duration.ofSeconds(20));
    }

    @Test
    void shouldGetAnEntityWithItsReferences() {
        Article article = load(loader -> loader.get(ARTICLES, List.of(3L)));

        assertThat(article.title).isEqualTo("Three");
        assertThat(Objects.requireNonNull(article.author).profile).hasToString("profile 12");
    }

    @Test
    void shouldBeEmptyIfThereIsNone() {
        Boolean isEmpty =
                load(loader -> loader.get(AUTHORS, List.of(404L)).hasElement().map(there -> !there));

        assertThat(isEmpty).isTrue();
    }

    @Test
    void shouldNotAskForWhatIsKnown() {
        load(loader -> loader.get(AUTHORS, List.of(1L)).flatMap(first -> {
            statements();
            return loader.get(AUTHORS, List.of(1L))
                    .doOnNext(second -> assertThat(second).isSameAs(first));
        }));

        assertThat(statements()).isEmpty();
    }

    @Test
    void shouldGetAThousandByAHandfulOfStatements() {
        SessionState session = new SessionState(true);
        List<Author> authors = run(session, LoadOptions.defaults(), loader -> loader.one(
                        select(count()).from(TAG))
                .thenMany(Flux.range(1001, 1000)) // on the connection's own thread, which answers when all have asked
                .flatMap(id -> loader.get(AUTHORS, List.of(id.longValue())))
                .collectList());

        assertThat(authors).hasSize(1000).extracting(author -> author.id).doesNotHaveDuplicates();
        assertThat(statements().stream().filter(sql -> sql.contains("from \"author\"")))
                .hasSizeBetween(
                        4, 8); // 256 are asked for at a time; when the first are sent is the scheduler's business
    }

    @Test
    void shouldLoadTheSameRelationshipOfManyTogether() {
        List<Article> articles = load(loader -> loader.stream(select(ARTICLE))
                .collectList()
                .flatMapMany(all -> loader.one(select(count()).from(TAG))
                        .doOnNext(number -> statements())
                        .thenMany(Flux.fromIterable(all)))
                .flatMap(article ->
                        loader.load(article, List.of(ARTICLE.tags.load())).thenReturn(article))
                .collectList());

        assertThat(articles)
                .allSatisfy(article -> assertThat(article.tags.size()).isNotNegative());
        assertThat(statements()).hasSize(2);
    }

    @Test
    void shouldNotAnswerALaterGetFromBeforeAWrite() {
        SessionState session = new SessionState(true);
        List<String> names = engine.transaction(tx -> {
                    Loader loader = loader(session, tx);
                    Mono<String> busy = loader.get(AUTHORS, List.of(1003L)).map(author -> "busy");
                    Mono<String> before = loader.get(AUTHORS, List.of(1001L)).map(author -> "" + author.name);
                    Mono<Long> write = Mono.defer(() -> {
                        loader.barrier();
                        return tx.execute(
                                update(AUTHOR).set(AUTHOR.name.to("Changed")).where(AUTHOR.id.in(1001L, 1002L)));
                    });
                    Mono<String> after = loader.get(AUTHORS, List.of(1002L)).map(author -> "" + author.name);
                    return Flux.mergeSequential(busy, before, write.map(String::valueOf), after)
                            .collectList()
                            .flatMap(found -> tx.execute(update(AUTHOR)
                                            .set(AUTHOR.name.to("Author"))
                                            .where(AUTHOR.id.in(1001L, 1002L)))
                                    .thenReturn(found));
                })
                .block(Duration.ofSeconds(20));

        assertThat(names).hasSize(4);
        assertThat(names).element(1).isNotEqualTo("Changed");
        assertThat(names).element(3).isEqualTo("Changed");
    }

    @Test
    void shouldLeaveOutTheKeysOfThoseWhoHaveGone() {
        SessionState session = new SessionState(true);
        run(session, LoadOptions.defaults(), loader -> {
            Mono<Author> first = loader.get(AUTHORS, List.of(1001L));
            Mono<Author> gone = loader.get(AUTHORS, List.of(1002L));
            Mono<Author> third = loader.get(AUTHORS, List.of(1003L));
            return Mono.zip(first, third)
                    .doOnSubscribe(subscription -> gone.subscribe().dispose());
        });

        assertThat(session.find(EntityKey.of(AUTHORS, List.of(1003L)))).isNotNull();
    }

    @Test
    void shouldGoOnAfterEveryWaiterHasGone() {
        Author author = load(loader -> {
            Disposable gone = Flux.range(1001, 100)
                    .flatMap(id -> loader.get(AUTHORS, List.of(id.longValue())))
                    .subscribe();
            gone.dispose();
            return loader.get(AUTHORS, List.of(1500L));
        });

        assertThat(author.id).isEqualTo(1500L);
    }

    @Test
    void shouldReferToARowWithoutReadingIt() {
        Author referred = load(loader -> {
            Author author = loader.reference(AUTHORS, List.of(2L));
            assertThat(author.name).isNull();
            assertThat(statements()).isEmpty();
            return loader.get(AUTHORS, List.of(2L))
                    .doOnNext(read -> assertThat(read).isSameAs(author));
        });

        assertThat(referred.name).isEqualTo("Bob");
        assertThat(referred.profile).hasToString("profile 12");
    }

    @Test
    void shouldFillAReferenceThatIsReferredTo() {
        load(loader -> {
            Author author = loader.reference(AUTHORS, List.of(2L));
            return loader.get(ARTICLES, List.of(3L)).doOnNext(article -> {
                assertThat(article.author).isSameAs(author);
                assertThat(author.name).isEqualTo("Bob");
                assertThat(author.profile).hasToString("profile 12");
            });
        });
    }

    @Test
    void shouldReadAnEntityInPart() {
        SessionState session = new SessionState(true);
        Article whole = run(session, LoadOptions.defaults(), loader -> loader.one(
                        select(ARTICLE.only(ARTICLE.title).with(ARTICLE.tags)).where(ARTICLE.id.eq(1L)))
                .flatMap(article -> {
                    assertThat(article.title).isEqualTo("One");
                    assertThat(article.body).isNull();
                    assertThat(article.author).hasToString("author 1");
                    assertThat(article.tags).hasSize(2);
                    assertThat(session.of(article))
                            .satisfies(state -> assertThat(state.isChanged(ARTICLES.column("body")))
                                    .isFalse());
                    return loader.get(ARTICLES, List.of(1L))
                            .doOnNext(same -> assertThat(same).isSameAs(article));
                }));

        assertThat(whole.body).isEqualTo("b1");
        assertThat(statements()).first().asString().doesNotContain("body");
    }

    @Test
    void shouldRefreshAnEntityAndWhatCascades() {
        run(new SessionState(true), LoadOptions.defaults(), loader -> loader.one(
                        select(ARTICLE.with(ARTICLE.comments, ARTICLE.tags)).where(ARTICLE.id.eq(1L)))
                .flatMap(article -> {
                    Tag tag = article.tags.iterator().next();
                    tag.name = "changed";
                    article.title = "changed";
                    article.comments.get(0).text = "changed";
                    article.comments.remove(1);
                    article.author = null;
                    return loader.refresh(List.of(article)).then(Mono.fromRunnable(() -> {
                        assertThat(article.title).isEqualTo("One");
                        assertThat(article.author).hasToString("author 1");
                        assertThat(article.comments).hasToString("[comment 4, comment 3, comment 2, comment 1]");
                        assertThat(article.comments.get(0).text).isEqualTo("c4");
                        assertThat(tag.name).isEqualTo("changed");
                    }));
                })
                .thenReturn(true));
    }

    @Test
    void shouldSayThatARefreshedRowIsGone() {
        StepVerifier.create(engine.transaction(tx -> {
                    SessionState session = new SessionState(true);
                    Loader loader = loader(session, tx);
                    Author ghost = loader.reference(AUTHORS, List.of(404L));
                    return loader.refresh(List.of(ghost));
                }))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(StaleDataException.class)
                        .hasMessageContaining("Author cannot be refreshed"));
    }

    @Test
    void shouldRefuseAnEntityOfAnotherSession() {
        assertThatExceptionOfType(EntityStateException.class)
                .isThrownBy(() -> load(loader ->
                        loader.load(new Article(), List.of(ARTICLE.tags.load())).thenReturn(true)))
                .withMessage("this Article is not part of the session; get it from the session, or merge it");
    }
}
