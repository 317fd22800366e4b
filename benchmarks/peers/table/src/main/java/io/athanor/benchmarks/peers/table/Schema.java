package io.athanor.benchmarks.peers.table;

import io.athanor.benchmarks.peers.Sizes;
import java.sql.SQLException;
import java.util.List;

/** The tables that all contenders share. */
final class Schema {
    private static final String COLUMNS = " quantity int not null, name text not null, created timestamptz not null,"
            + " price numeric(12,2) not null)";
    private static final String ITEMS = " select i, i %% 1000, 'name-' || i,"
            + " timestamptz '2024-01-01 00:00:00Z' + i * interval '1 second', ((i::bigint * 7) %% 1000000) / 100.0"
            + " from generate_series(1, %d) i";

    private Schema() {}

    /** Drops and makes everything. */
    static void create(Observer observer, Sizes sizes) throws SQLException {
        for (String statement : drops()) {
            observer.execute(statement);
        }
        for (String statement : items(sizes)) {
            observer.execute(statement);
        }
        for (String statement : graph(sizes)) {
            observer.execute(statement);
        }
        for (String statement : written()) {
            observer.execute(statement);
        }
        observer.execute("vacuum analyze");
    }

    private static List<String> drops() {
        return List.of(
                "drop table if exists item, changing, big, rich, inserted, written, book_tag, tag, book, author, child,"
                        + " parent",
                "drop sequence if exists inserted_id, inserted_block, parent_id, parent_block, child_id, child_block");
    }

    private static List<String> items(Sizes sizes) {
        return List.of(
                "create table item (id bigint primary key," + COLUMNS,
                "insert into item" + ITEMS.formatted(sizes.items()),
                "create table changing (id bigint primary key," + COLUMNS + " with (fillfactor = 50)",
                "insert into changing" + ITEMS.formatted(sizes.changing()),
                "create table big (id bigint primary key," + COLUMNS,
                "insert into big" + ITEMS.formatted(sizes.big()),
                "create table rich (id bigint primary key, note text, labels text[] not null, numbers int[] not null,"
                        + " document jsonb not null, body text not null)",
                "insert into rich select i, case when i % 2 = 0 then 'note-' || i end, array['a-' || i % 7, 'b-' || i % 11],"
                        + " array[i, i + 1, i + 2, i + 3], jsonb_build_object('n', i, 'name', 'document-' || i),"
                        + " repeat('text of ' || i || ', ', 200) from generate_series(1, " + sizes.rich() + ") i");
    }

    private static List<String> graph(Sizes sizes) {
        int books = sizes.authors() * Sizes.BOOKS;
        return List.of(
                "create table author (id bigint primary key, name text not null)",
                "insert into author select i, 'author-' || i from generate_series(1, " + sizes.authors() + ") i",
                "create table book (id bigint primary key, author_id bigint not null references author,"
                        + " title text not null, published int not null, price numeric(12,2) not null)",
                "insert into book select i, 1 + (i - 1) / " + Sizes.BOOKS + ", 'title-' || i, 1980 + i % 45,"
                        + " (i % 5000) / 100.0 from generate_series(1, " + books + ") i",
                "create index on book (author_id)",
                "create table tag (id bigint primary key, name text not null)",
                "insert into tag select i, 'tag-' || i from generate_series(1, " + Sizes.ALL_TAGS + ") i",
                "create table book_tag (book_id bigint not null references book, tag_id bigint not null references tag,"
                        + " primary key (book_id, tag_id))",
                "insert into book_tag select b, 1 + (b * 7 + k * 13) % " + Sizes.ALL_TAGS + " from generate_series(1, "
                        + books + ") b, generate_series(1, " + Sizes.TAGS + ") k");
    }

    /** Keys come from a sequence by one, or in blocks, as a contender likes. */
    private static List<String> written() {
        return List.of(
                "create sequence inserted_id",
                "create sequence inserted_block start 1000000000 increment 1000",
                "create table inserted (id bigint primary key default nextval('inserted_id')," + COLUMNS,
                "create table written (id bigint primary key," + COLUMNS + " with (fillfactor = 50)",
                "create sequence parent_id",
                "create sequence parent_block start 1000000000 increment 100",
                "create table parent (id bigint primary key default nextval('parent_id'), name text not null,"
                        + " created timestamptz not null)",
                "create sequence child_id",
                "create sequence child_block start 1000000000 increment 100",
                "create table child (id bigint primary key default nextval('child_id'),"
                        + " parent_id bigint not null references parent, name text not null, quantity int not null)",
                "create index on child (parent_id)");
    }
}
