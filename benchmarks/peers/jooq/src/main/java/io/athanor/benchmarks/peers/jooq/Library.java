package io.athanor.benchmarks.peers.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The tables of the graph and of the unit of work, as generated code would have them. */
final class Library {
    static final Table<Record> AUTHOR = table(name("author"));
    static final Field<Long> AUTHOR_ID = field(name("author", "id"), SQLDataType.BIGINT);
    static final Field<String> AUTHOR_NAME = field(name("author", "name"), SQLDataType.CLOB);

    static final Table<Record> BOOK = table(name("book"));
    static final Field<Long> BOOK_ID = field(name("book", "id"), SQLDataType.BIGINT);
    static final Field<Long> BOOK_AUTHOR = field(name("book", "author_id"), SQLDataType.BIGINT);
    static final Field<String> TITLE = field(name("book", "title"), SQLDataType.CLOB);
    static final Field<Integer> PUBLISHED = field(name("book", "published"), SQLDataType.INTEGER);
    static final Field<BigDecimal> PRICE = field(name("book", "price"), SQLDataType.NUMERIC(12, 2));

    static final Table<Record> TAG = table(name("tag"));
    static final Field<Long> TAG_ID = field(name("tag", "id"), SQLDataType.BIGINT);
    static final Field<String> TAG_NAME = field(name("tag", "name"), SQLDataType.CLOB);

    static final Table<Record> BOOK_TAG = table(name("book_tag"));
    static final Field<Long> TAGGED_BOOK = field(name("book_tag", "book_id"), SQLDataType.BIGINT);
    static final Field<Long> TAG_OF_BOOK = field(name("book_tag", "tag_id"), SQLDataType.BIGINT);

    static final Table<Record> PARENT = table(name("parent"));
    static final Field<Long> PARENT_ID = field(name("id"), SQLDataType.BIGINT);
    static final Field<String> PARENT_NAME = field(name("name"), SQLDataType.CLOB);
    static final Field<OffsetDateTime> PARENT_CREATED = field(name("created"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    static final Table<Record> CHILD = table(name("child"));
    static final Field<Long> CHILD_ID = field(name("id"), SQLDataType.BIGINT);
    static final Field<Long> CHILD_PARENT = field(name("parent_id"), SQLDataType.BIGINT);
    static final Field<String> CHILD_NAME = field(name("name"), SQLDataType.CLOB);
    static final Field<Integer> CHILD_QUANTITY = field(name("quantity"), SQLDataType.INTEGER);

    private Library() {}
}
