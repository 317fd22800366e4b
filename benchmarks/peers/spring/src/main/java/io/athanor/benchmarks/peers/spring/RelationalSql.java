package io.athanor.benchmarks.peers.spring;

import io.athanor.benchmarks.peers.Filters;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.r2dbc.dialect.PostgresDialect;
import org.springframework.data.relational.core.dialect.RenderContextFactory;
import org.springframework.data.relational.core.sql.Condition;
import org.springframework.data.relational.core.sql.Conditions;
import org.springframework.data.relational.core.sql.Expression;
import org.springframework.data.relational.core.sql.OrderByField;
import org.springframework.data.relational.core.sql.SQL;
import org.springframework.data.relational.core.sql.Select;
import org.springframework.data.relational.core.sql.Table;
import org.springframework.data.relational.core.sql.render.RenderContext;
import org.springframework.data.relational.core.sql.render.SqlRenderer;
import org.springframework.r2dbc.core.binding.BindMarkers;

/** A query in the language of Spring Data Relational. */
final class RelationalSql {
    private static final RenderContext POSTGRES =
            new RenderContextFactory(PostgresDialect.INSTANCE).createRenderContext();

    private final Table book = Table.create("book").as("b");
    private final Table author = Table.create("author").as("a");
    private final Table bookTag = Table.create("book_tag").as("bt");
    private final Table tag = Table.create("tag").as("t");
    private final BindMarkers markers =
            PostgresDialect.INSTANCE.getBindMarkersFactory().create();
    private final List<Object> values = new ArrayList<>();
    private final Filters filters;

    RelationalSql(Filters filters) {
        this.filters = filters;
    }

    private Expression value(Object value) {
        values.add(value);
        return SQL.bindMarker(markers.next().getPlaceholder());
    }

    String render() {
        Select select = Select.builder()
                .select(
                        book.column("id"),
                        book.column("title"),
                        book.column("published"),
                        book.column("price"),
                        author.column("name"),
                        tag.column("name"))
                .from(book)
                .join(author)
                .on(author.column("id"))
                .equals(book.column("author_id"))
                .join(bookTag)
                .on(bookTag.column("book_id"))
                .equals(book.column("id"))
                .join(tag)
                .on(tag.column("id"))
                .equals(bookTag.column("tag_id"))
                .limit(filters.limit())
                .where(condition())
                .orderBy(OrderByField.from(book.column("published")).desc(), OrderByField.from(book.column("title")))
                .build();
        return SqlRenderer.create(POSTGRES).render(select);
    }

    private Condition condition() {
        Expression[] tags = filters.tags().stream().map(this::value).toArray(Expression[]::new);
        return book.column("published")
                .isGreaterOrEqualTo(value(filters.publishedFrom()))
                .and(book.column("published").isLessOrEqualTo(value(filters.publishedTo())))
                .and(book.column("price").isGreater(value(filters.minPrice())))
                .and(book.column("title").like(value(filters.titleLike())))
                .and(author.column("name").like(value(filters.authorLike())))
                .and(tag.column("id").in(tags))
                .and(Conditions.nest(tag.column("name")
                        .isEqualTo(value(filters.tagName()))
                        .or(tag.column("name").isEqualTo(value(filters.otherTagName())))))
                .and(author.column("id").isGreater(value(filters.minAuthor())));
    }
}
