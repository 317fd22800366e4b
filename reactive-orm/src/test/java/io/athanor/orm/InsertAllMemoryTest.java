package io.athanor.orm;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Engine;
import io.athanor.orm.Press.Article;
import io.athanor.sql.Sql;
import io.athanor.testing.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;

/** 200,000 new entities pass through a session in a JVM that could not hold them. */
class InsertAllMemoryTest {
    private static final int MANY = 200_000;
    private static final int BODY = 240;

    @Test
    @Timeout(180)
    void shouldNotKeepWhatWasInserted() throws IOException, InterruptedException {
        assertThat(SmallJvm.said(
                        "48m",
                        InsertAllMemoryTest.class,
                        TestDatabase.postgres().url()))
                .contains("inserted " + MANY + ", with keys " + MANY);
    }

    public static void main(String... arguments) {
        Engine engine = Engine.of(arguments[0]);
        Sessions sessions = Sessions.of(engine, Press.MODEL);
        Long inserted = engine.create(Press.MODEL.metaData())
                .then(engine.execute(Sql.deleteFrom(Press.ARTICLE)))
                .thenMany(sessions.insertAll(Flux.range(0, MANY).map(InsertAllMemoryTest::article)))
                .filter(article -> article.id != null && article.version == 1)
                .count()
                .block(Duration.ofMinutes(2));
        Long stored = engine.one(Sql.select(Sql.count()).from(Press.ARTICLE)).block(Duration.ofMinutes(1));
        System.out.println("inserted " + stored + ", with keys " + inserted);
        engine.execute(Sql.deleteFrom(Press.ARTICLE)).then(engine.close()).block(Duration.ofMinutes(1));
    }

    private static Article article(int number) {
        Article article = new Article("memory " + number);
        article.body = "x".repeat(BODY) + number;
        return article;
    }
}
