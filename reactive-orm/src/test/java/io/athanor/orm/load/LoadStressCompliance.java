package io.athanor.orm.load;

import static io.athanor.orm.load.Forum.ARTICLE;
import static io.athanor.orm.load.Forum.AUTHOR;
import static io.athanor.orm.load.Forum.COMMENT;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.Session;
import io.athanor.orm.Sessions;
import io.athanor.orm.load.Forum.Article;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Streams, gets and loads of one session at once, half of them given up at some moment: none hangs, and none is wrong. */
abstract class LoadStressCompliance extends LoadFixture {
    private static final int MANY = 400;
    private static final int SESSIONS = 12;
    private static final int OPERATIONS = 12;

    LoadStressCompliance(TestDatabase database) {
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
                .block(Duration.ofSeconds(20));
    }

    @Test
    void shouldAnswerWhoeverStays() {
        for (boolean evicting : new boolean[] {false, true}) {
            Sessions plain = Sessions.of(engine, Forum.MODEL).window(30);
            Sessions sessions = evicting ? plain.evicting() : plain;
            for (int seed = 0; seed < SESSIONS; seed++) {
                Random random = new Random(seed);
                List<Integer> kinds = IntStream.range(0, OPERATIONS)
                        .mapToObj(each -> random.nextInt(1_000_000))
                        .toList();
                Article last = sessions.run(session -> Flux.fromIterable(kinds)
                                .flatMap(kind -> leftAtTimes(operation(session, kind), kind), OPERATIONS)
                                .then(Mono.defer(() -> session.get(ARTICLE, 1200L))))
                        .block(Duration.ofSeconds(20));

                assertThat(Objects.requireNonNull(last).author).hasToString("author 1200");
            }
        }
        Long orphans = engine.one(select(count()).from(ARTICLE).where(ARTICLE.author.isNull()))
                .block(Duration.ofSeconds(20));
        assertThat(orphans).isEqualTo(1L);
        assertThat(engine.poolMetrics().acquired()).isZero();
    }

    private static Flux<?> leftAtTimes(Flux<?> operation, int kind) {
        Flux<?> elsewhere = kind % 3 == 0 ? operation.subscribeOn(Schedulers.parallel()) : operation;
        return switch (kind % 4) {
            case 0 -> elsewhere.take(Duration.ofNanos(kind % 7 * 400_000L));
            case 1 -> elsewhere.take(kind % 50);
            default -> elsewhere;
        };
    }

    private static Flux<?> operation(Session session, int kind) {
        long id = 1001L + kind % MANY;
        return switch (kind / 4 % 5) {
            case 0 ->
                session.stream(select(ARTICLE.with(ARTICLE.comments.selectIn(COMMENT.author), ARTICLE.tags))
                                .where(ARTICLE.id.lt(id)))
                        .doOnNext(LoadStressCompliance::check);
            case 1 ->
                session.stream(select(ARTICLE.with(ARTICLE.author.joined(), ARTICLE.comments.joined()))
                                .where(ARTICLE.id.gt(id))
                                .limit(40))
                        .doOnNext(LoadStressCompliance::check);
            case 2 ->
                Flux.range(0, 60)
                        .flatMap(each -> session.get(ARTICLE, 1001L + (id + each) % MANY))
                        .doOnNext(LoadStressCompliance::check);
            case 3 ->
                session.stream(select(ARTICLE).where(ARTICLE.id.lt(id)))
                        .flatMap(article -> session.load(article, ARTICLE.comments))
                        .doOnNext(article -> assertThat(article.comments.size()).isNotNegative());
            default -> session.flush().thenMany(session.get(AUTHOR, id));
        };
    }

    private static void check(Article article) {
        long id = Objects.requireNonNull(article.id);
        if (id > 1000) {
            assertThat(article.author).hasToString("author " + id);
        }
    }
}
