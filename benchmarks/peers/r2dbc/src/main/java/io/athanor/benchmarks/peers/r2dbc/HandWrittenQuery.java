package io.athanor.benchmarks.peers.r2dbc;

import io.athanor.benchmarks.peers.Filters;
import java.util.ArrayList;
import java.util.List;

/** The query of {@link Filters} as one writes it without a builder. */
record HandWrittenQuery(String sql, List<Object> values) {
    static HandWrittenQuery of(Filters filters) {
        Writer query = new Writer();
        query.text("select b.id, b.title, b.published, b.price, a.name, t.name from book b"
                + " join author a on a.id = b.author_id join book_tag bt on bt.book_id = b.id"
                + " join tag t on t.id = bt.tag_id where b.published >= ");
        query.value(filters.publishedFrom()).text(" and b.published <= ").value(filters.publishedTo());
        query.text(" and b.price > ").value(filters.minPrice());
        query.text(" and b.title like ").value(filters.titleLike());
        query.text(" and a.name like ").value(filters.authorLike());
        query.text(" and t.id in (");
        for (int i = 0; i < filters.tags().size(); i++) {
            query.text(i == 0 ? "" : ", ").value(filters.tags().get(i));
        }
        query.text(") and (t.name = ").value(filters.tagName());
        query.text(" or t.name = ").value(filters.otherTagName());
        query.text(") and a.id > ").value(filters.minAuthor());
        query.text(" order by b.published desc, b.title limit ").value(filters.limit());
        return new HandWrittenQuery(query.sql.toString(), query.values);
    }

    private static final class Writer {
        private final StringBuilder sql = new StringBuilder();
        private final List<Object> values = new ArrayList<>();

        Writer text(String text) {
            sql.append(text);
            return this;
        }

        Writer value(Object value) {
            values.add(value);
            sql.append('$').append(values.size());
            return this;
        }
    }
}
