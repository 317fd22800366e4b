package io.athanor.benchmarks.peers.athanor;

import static io.athanor.benchmarks.peers.athanor.Library.AUTHOR;
import static io.athanor.benchmarks.peers.athanor.Library.BOOK;
import static io.athanor.benchmarks.peers.athanor.Library.BOOK_TAG;
import static io.athanor.benchmarks.peers.athanor.Library.TAG;
import static io.athanor.sql.Functions.value;
import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.or;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.tableFunction;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.DECIMAL;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.array;

import io.athanor.benchmarks.peers.Filters;
import io.athanor.benchmarks.peers.Graph;
import io.athanor.benchmarks.peers.Item;
import io.athanor.benchmarks.peers.UnitOfWork;
import io.athanor.benchmarks.peers.athanor.Items.ItemRow;
import io.athanor.benchmarks.peers.athanor.RichTable.RichRow;
import io.athanor.benchmarks.peers.r2dbc.Keys;
import io.athanor.engine.Engine;
import io.athanor.sql.Batch;
import io.athanor.sql.NumberExpression;
import io.athanor.sql.Query;
import io.athanor.sql.RowsFunction;
import io.athanor.sql.Select;
import io.athanor.sql.Sql;
import io.athanor.sql.Update;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tables, statements and the engine. Statements are made once where they can be. */
public final class AthanorCore extends EngineContender {
    private static final int ARRAY = 10_000;

    private static final Items ITEM = new Items("item");
    private static final Items CHANGING = new Items("changing");
    private static final Items BIG = new Items("big");
    private static final Items INSERTED = new Items("inserted");
    private static final Items WRITTEN = new Items("written");
    private static final RichTable RICH = new RichTable();

    private static final Select<ItemRow> ITEMS = ITEM.rows();
    private static final Select<ItemRow> CHANGING_ITEMS = CHANGING.rows();
    private static final Select<ItemRow> BIG_ITEMS = BIG.rows();
    private static final Select<RichRow> RICH_ROWS = RICH.rows();

    private static final Batch<Item> INSERT = INSERTED.insert()
            .each(
                    INSERTED.quantity.from(Item::quantity),
                    INSERTED.name.from(Item::name),
                    INSERTED.created.from(Items::created),
                    INSERTED.price.from(Item::price));
    private static final Batch<Item> UPSERT = WRITTEN.insert()
            .onConflict(WRITTEN.id)
            .doUpdate(
                    WRITTEN.quantity.toExcluded(),
                    WRITTEN.name.toExcluded(),
                    WRITTEN.created.toExcluded(),
                    WRITTEN.price.toExcluded())
            .each(
                    WRITTEN.id.from(Item::id),
                    WRITTEN.quantity.from(Item::quantity),
                    WRITTEN.name.from(Item::name),
                    WRITTEN.created.from(Items::created),
                    WRITTEN.price.from(Item::price));

    private static final Select<Graph.Author> AUTHORS =
            select(AUTHOR.id, AUTHOR.name).map(row -> new Graph.Author(row.get(AUTHOR.id), row.get(AUTHOR.name)));
    private static final Select<Graph.Book> BOOKS = select(BOOK.id, BOOK.author, BOOK.title, BOOK.published, BOOK.price)
            .map(row -> new Graph.Book(
                    row.get(BOOK.id),
                    row.get(BOOK.author),
                    row.get(BOOK.title),
                    row.get(BOOK.published),
                    row.get(BOOK.price)));
    private static final Select<Graph.BookTag> BOOK_TAGS = select(BOOK_TAG.book, TAG.id, TAG.name)
            .into(Graph.BookTag.class)
            .from(BOOK_TAG)
            .join(TAG)
            .join(BOOK, BOOK.id.eq(BOOK_TAG.book));

    @Override
    void start(Engine started) {
        // has all it needs
    }

    @Override
    protected Mono<Long> readOne(long key) {
        return engine().one(ITEMS.where(ITEM.id.eq(key))).map(ItemRow::check);
    }

    @Override
    protected Mono<Long> change(long[] keys) {
        List<Long> ids = Arrays.stream(keys).boxed().toList();
        return engine().transaction(transaction -> transaction.stream(CHANGING_ITEMS.where(CHANGING.id.in(ids)))
                .collectList()
                .flatMap(rows -> transaction
                        .execute(quantities(
                                rows.stream().map(ItemRow::id).toList(),
                                rows.stream().map(row -> row.quantity() + 1).toList()))
                        .thenReturn(rows.stream().mapToLong(ItemRow::unchanged).sum())));
    }

    private static Update quantities(List<Long> ids, List<Integer> quantities) {
        NumberExpression<Long> id = column("id", BIGINT);
        NumberExpression<Integer> quantity = column("quantity", INTEGER);
        RowsFunction changed = tableFunction(
                "unnest",
                "changed",
                List.of(id, quantity),
                value(ids, array(BIGINT)),
                value(quantities, array(INTEGER)));
        return Sql.update(CHANGING)
                .set(CHANGING.quantity.to(changed.get(quantity)))
                .from(changed)
                .where(CHANGING.id.eq(changed.get(id)));
    }

    @Override
    protected Flux<Long> rows() {
        return engine().stream(BIG_ITEMS).map(ItemRow::check);
    }

    @Override
    protected Flux<Long> rowsAfter(long key) {
        return engine().stream(BIG_ITEMS.where(BIG.id.gt(key)).where(BIG.id.le(key + 1_000)))
                .map(ItemRow::check);
    }

    @Override
    protected Flux<Long> richRows() {
        return engine().stream(RICH_ROWS).map(RichRow::check);
    }

    @Override
    protected Mono<Long> insertAll(Flux<Item> items, boolean keys) {
        return keys
                ? engine().stream(INSERT.returning(INSERTED.id), items)
                        .collect(Keys::new, Keys::add)
                        .map(Keys::size)
                : engine().execute(INSERT, items);
    }

    @Override
    protected Mono<Long> upsertAll(Flux<Item> items) {
        return engine().execute(UPSERT, items);
    }

    @Override
    protected Mono<Long> updateAll(Flux<Item> items) {
        return engine().transaction(transaction -> items.buffer(ARRAY)
                .concatMap(some -> transaction.execute(changes(some)))
                .reduce(0L, Long::sum));
    }

    private static Update changes(List<Item> items) {
        NumberExpression<Long> id = column("id", BIGINT);
        NumberExpression<Integer> quantity = column("quantity", INTEGER);
        NumberExpression<BigDecimal> price = column("price", DECIMAL);
        RowsFunction changed = tableFunction(
                "unnest",
                "changed",
                List.of(id, quantity, price),
                value(items.stream().map(Item::id).toList(), array(BIGINT)),
                value(items.stream().map(Item::quantity).toList(), array(INTEGER)),
                value(items.stream().map(Item::price).toList(), array(DECIMAL)));
        return Sql.update(WRITTEN)
                .set(WRITTEN.quantity.to(changed.get(quantity)), WRITTEN.price.to(changed.get(price)))
                .from(changed)
                .where(WRITTEN.id.eq(changed.get(id)));
    }

    /** Three statements that need not wait for one another: each on a connection of its own. */
    @Override
    protected Mono<Long> readGraph(long first, int count) {
        long end = first + count;
        return Mono.zip(
                        engine().stream(AUTHORS.where(AUTHOR.id.ge(first)).where(AUTHOR.id.lt(end)))
                                .collectList(),
                        engine().stream(BOOKS.where(BOOK.author.ge(first)).where(BOOK.author.lt(end)))
                                .collectList(),
                        engine().stream(BOOK_TAGS.where(BOOK.author.ge(first)).where(BOOK.author.lt(end)))
                                .collectList())
                .map(read -> Graph.check(Graph.join(read.getT1(), read.getT2(), read.getT3())));
    }

    @Override
    protected Mono<Void> write(UnitOfWork work) {
        return engine().transaction(transaction -> new FamilyWork(transaction, work).run())
                .then();
    }

    @Override
    Query<?> query(Filters filters) {
        return select(BOOK.id, BOOK.title, BOOK.published, BOOK.price, AUTHOR.name, TAG.name)
                .from(BOOK)
                .join(AUTHOR)
                .join(BOOK_TAG)
                .join(TAG)
                .where(BOOK.published.ge(filters.publishedFrom()))
                .where(BOOK.published.le(filters.publishedTo()))
                .where(BOOK.price.gt(filters.minPrice()))
                .where(BOOK.title.like(filters.titleLike()))
                .where(AUTHOR.name.like(filters.authorLike()))
                .where(TAG.id.in(filters.tags()))
                .where(or(TAG.name.eq(filters.tagName()), TAG.name.eq(filters.otherTagName())))
                .where(AUTHOR.id.gt(filters.minAuthor()))
                .orderBy(BOOK.published.desc(), BOOK.title.asc())
                .limit(filters.limit());
    }
}
