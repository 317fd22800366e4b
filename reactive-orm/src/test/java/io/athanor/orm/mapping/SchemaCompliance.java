package io.athanor.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Engine;
import io.athanor.orm.mapping.Blog.Article;
import io.athanor.orm.mapping.Blog.Author;
import io.athanor.sql.Sql;
import io.athanor.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.test.StepVerifier;

/** What every database makes of a model. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SchemaCompliance {
    private final Engine engine;

    SchemaCompliance(TestDatabase database) {
        engine = Engine.of(database.url());
    }

    @BeforeAll
    void createTables() {
        StepVerifier.create(engine.execute(Priced.MODEL.metaData().createAll())).verifyComplete();
        StepVerifier.create(engine.execute(Blog.MODEL.metaData().createAll())
                        .then(engine.execute(Shop.MODEL.metaData().createAll())))
                .verifyComplete();
    }

    @AfterAll
    void closeEngine() {
        StepVerifier.create(engine.close()).verifyComplete();
    }

    @Test
    void shouldReadRowsAsObjectsThatBelongToNoSession() {
        DynamicEntityTable<Author, Long> author = Blog.MODEL.table(Author.class);
        DynamicEntityTable<Article, Long> article = Blog.MODEL.table(Article.class);
        EntityMapping<Article> mapping = article.mapping();

        StepVerifier.create(engine.execute(Sql.insertInto(author)
                                .values(
                                        author.number("id", Long.class).to(1L),
                                        author.text("name").to("Ann")))
                        .then(engine.execute(Sql.insertInto(article)
                                .values(
                                        article.number("id", Long.class).to(2L),
                                        article.number("version", Integer.class).to(3),
                                        article.text("title").to("Gold"),
                                        article.column("status", Blog.Status.class)
                                                .to(Blog.Status.PUBLISHED),
                                        article.number("author.id", Long.class).to(1L))))
                        .then(engine.one(
                                Sql.select(article).from(article).join(article.toOne("author", Author.class)))))
                .assertNext(read -> {
                    assertThat(mapping.key(read)).containsExactly(2L);
                    assertThat(mapping.column("version").get(read)).isEqualTo(3);
                    assertThat(mapping.column("status").get(read)).isEqualTo(Blog.Status.PUBLISHED);
                })
                .verifyComplete();
    }
}
