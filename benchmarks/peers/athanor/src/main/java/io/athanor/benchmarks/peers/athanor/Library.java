package io.athanor.benchmarks.peers.athanor;

import static io.athanor.sql.ColumnOption.notNull;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.ColumnOption.references;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.TEXT;
import static io.athanor.types.Types.decimal;

import io.athanor.sql.NumberColumn;
import io.athanor.sql.Table;
import io.athanor.sql.TextColumn;
import java.math.BigDecimal;

/** The tables of the graph. */
final class Library {
    static final Authors AUTHOR = new Authors();
    static final Books BOOK = new Books();
    static final Tags TAG = new Tags();
    static final BookTags BOOK_TAG = new BookTags();

    private Library() {}

    static final class Authors extends Table {
        final NumberColumn<Long> id = column("id", BIGINT, primaryKey());
        final TextColumn name = column("name", TEXT, notNull());

        private Authors() {
            super("author");
        }
    }

    static final class Books extends Table {
        final NumberColumn<Long> id = column("id", BIGINT, primaryKey());
        final NumberColumn<Long> author = column("author_id", BIGINT, notNull(), references(() -> AUTHOR.id));
        final TextColumn title = column("title", TEXT, notNull());
        final NumberColumn<Integer> published = column("published", INTEGER, notNull());
        final NumberColumn<BigDecimal> price = column("price", decimal(12, 2), notNull());

        private Books() {
            super("book");
        }
    }

    static final class Tags extends Table {
        final NumberColumn<Long> id = column("id", BIGINT, primaryKey());
        final TextColumn name = column("name", TEXT, notNull());

        private Tags() {
            super("tag");
        }
    }

    static final class BookTags extends Table {
        final NumberColumn<Long> book = column("book_id", BIGINT, primaryKey(), references(() -> BOOK.id));
        final NumberColumn<Long> tag = column("tag_id", BIGINT, primaryKey(), references(() -> TAG.id));

        private BookTags() {
            super("book_tag");
        }
    }
}
