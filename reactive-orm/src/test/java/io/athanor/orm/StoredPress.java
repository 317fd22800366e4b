package io.athanor.orm;

import static io.athanor.sql.Sql.select;

import io.athanor.orm.Press.Article;
import io.athanor.sql.NumberColumn;
import io.athanor.sql.Row;
import io.athanor.sql.TypedTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the tables of the press hold, read row by row. */
final class StoredPress {
    private StoredPress() {}

    static Mono<PressModel> of(Session session) {
        PressModel stored = new PressModel();
        Map<Object, String> authors = new HashMap<>();
        Map<Object, String> articles = new HashMap<>();
        Map<Object, String> nodes = new HashMap<>();
        return Flux.concat(
                        session.stream(select(Press.AUTHOR.number("id", Long.class), Press.AUTHOR.text("name")))
                                .doOnNext(row -> {
                                    authors.put(
                                            id(row, Press.AUTHOR.number("id", Long.class)),
                                            row.get(Press.AUTHOR.text("name")));
                                    stored.authors.add(row.get(Press.AUTHOR.text("name")));
                                }),
                        session.stream(select(
                                        Press.ARTICLE.number("id", Long.class),
                                        Press.ARTICLE.text("title"),
                                        Press.ARTICLE.text("body"),
                                        Press.ARTICLE.number("author.id", Long.class)))
                                .doOnNext(row -> {
                                    String title = row.get(Press.ARTICLE.text("title"));
                                    articles.put(id(row, Press.ARTICLE.number("id", Long.class)), title);
                                    stored.bodies.put(title, row.get(Press.ARTICLE.text("body")));
                                    stored.authorOf.put(
                                            title, authors.get(row.get(Press.ARTICLE.number("author.id", Long.class))));
                                    stored.tagsOf.put(title, new TreeSet<>());
                                }),
                        session.stream(select(
                                        Press.COMMENT.text("text"), Press.COMMENT.number("article.id", Long.class)))
                                .doOnNext(row -> stored.articleOf.put(
                                        row.get(Press.COMMENT.text("text")),
                                        String.valueOf(articles.get(
                                                row.get(Press.COMMENT.number("article.id", Long.class)))))),
                        session.stream(select(Press.TAG.text("name"))).doOnNext(stored.tags::add),
                        session.stream(select(LINKS)).doOnNext(row -> Objects.requireNonNull(stored.tagsOf.get(
                                        articles.get(row.get(LINKS.columns().get(0)))))
                                .add((String) row.get(LINKS.columns().get(1)))),
                        session.stream(select(
                                        Press.NODE.number("id", Long.class),
                                        Press.NODE.text("name"),
                                        Press.NODE.number("parent.id", Long.class)))
                                .collectList()
                                .doOnNext(rows -> {
                                    rows.forEach(row -> nodes.put(
                                            id(row, Press.NODE.number("id", Long.class)),
                                            row.get(Press.NODE.text("name"))));
                                    rows.forEach(row -> stored.parentOf.put(
                                            row.get(Press.NODE.text("name")),
                                            nodes.get(row.get(Press.NODE.number("parent.id", Long.class)))));
                                }))
                .then(Mono.just(stored));
    }

    @SuppressWarnings("unchecked") // a join table reads as a row
    private static final TypedTable<Row> LINKS = (TypedTable<Row>) Objects.requireNonNull(
            Press.MODEL.mapping(Article.class).relationship("tags").joinTable());

    private static Object id(Row row, NumberColumn<Long> column) {
        return Objects.requireNonNull(row.get(column));
    }
}
