package io.athanor.benchmarks.peers.jooq;

import static io.athanor.benchmarks.peers.jooq.ItemTable.ITEM;
import static io.athanor.benchmarks.peers.jooq.ItemTable.plain;
import static io.athanor.benchmarks.peers.jooq.Library.AUTHOR;
import static io.athanor.benchmarks.peers.jooq.Library.AUTHOR_ID;
import static io.athanor.benchmarks.peers.jooq.Library.AUTHOR_NAME;
import static io.athanor.benchmarks.peers.jooq.Library.BOOK;
import static io.athanor.benchmarks.peers.jooq.Library.BOOK_AUTHOR;
import static io.athanor.benchmarks.peers.jooq.Library.BOOK_ID;
import static io.athanor.benchmarks.peers.jooq.Library.BOOK_TAG;
import static io.athanor.benchmarks.peers.jooq.Library.PRICE;
import static io.athanor.benchmarks.peers.jooq.Library.PUBLISHED;
import static io.athanor.benchmarks.peers.jooq.Library.TAG;
import static io.athanor.benchmarks.peers.jooq.Library.TAGGED_BOOK;
import static io.athanor.benchmarks.peers.jooq.Library.TAG_ID;
import static io.athanor.benchmarks.peers.jooq.Library.TAG_NAME;
import static io.athanor.benchmarks.peers.jooq.Library.TAG_OF_BOOK;
import static io.athanor.benchmarks.peers.jooq.Library.TITLE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;

import io.athanor.benchmarks.peers.Checks;
import io.athanor.benchmarks.peers.Filters;
import io.athanor.benchmarks.peers.Graph;
import io.athanor.benchmarks.peers.Item;
import io.athanor.benchmarks.peers.Sizes;
import io.athanor.benchmarks.peers.UnitOfWork;
import io.athanor.benchmarks.peers.r2dbc.Keys;
import io.athanor.benchmarks.peers.r2dbc.PooledContender;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record1;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The language of jOOQ, executed by R2DBC; statements of many rows where it has them, batches elsewhere. */
public final class JooqR2dbc extends PooledContender {
    private static final int ROWS = 1_000;
    private static final ItemTable ITEMS = new ItemTable("item");
    private static final ItemTable CHANGING = new ItemTable("changing");
    private static final ItemTable BIG = new ItemTable("big");
    private static final ItemTable INSERTED = new ItemTable("inserted");
    private static final ItemTable WRITTEN = new ItemTable("written");

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private @Nullable DSLContext context;

    @Override
    protected void start(Sizes sizes) {
        context = DSL.using(pool(), SQLDialect.POSTGRES);
    }

    private DSLContext context() {
        return Objects.requireNonNull(context);
    }

    /** Not by {@code Mono.from}, which cancels at the value, before the commit. */
    private <T> Mono<T> transaction(Function<DSLContext, Mono<T>> work) {
        return Flux.from(context().transactionPublisher(configuration -> work.apply(configuration.dsl())))
                .single();
    }

    @Override
    protected Mono<Long> readOne(long key) {
        return Mono.from(context()
                        .select(ITEMS.id, ITEMS.quantity, ITEMS.name, ITEMS.created, ITEMS.price)
                        .from(ITEMS.table)
                        .where(ITEMS.id.eq(key)))
                .map(ITEM::map)
                .map(Checks::item);
    }

    @Override
    protected Mono<Long> change(long[] keys) {
        List<Long> ids = Arrays.stream(keys).boxed().toList();
        return transaction(dsl -> Flux.from(
                        dsl.select(CHANGING.id, CHANGING.quantity, CHANGING.name, CHANGING.created, CHANGING.price)
                                .from(CHANGING.table)
                                .where(CHANGING.id.in(ids)))
                .map(ITEM::map)
                .collectList()
                .flatMap(items -> {
                    BatchBindStep batch = dsl.batch(dsl.update(CHANGING.table)
                            .set(plain(CHANGING.quantity), nothing(CHANGING.quantity))
                            .where(CHANGING.id.eq(nothing(CHANGING.id))));
                    for (Item item : items) {
                        batch = batch.bind(item.quantity() + 1, item.id());
                    }
                    return Flux.from(batch)
                            .then(Mono.just(
                                    items.stream().mapToLong(Checks::unchanged).sum()));
                }));
    }

    /** What a batch binds later. */
    private static <T> Field<T> nothing(Field<T> field) {
        return DSL.val(null, field.getDataType());
    }

    @Override
    protected Flux<Long> rows() {
        return Flux.from(context()
                        .select(BIG.id, BIG.quantity, BIG.name, BIG.created, BIG.price)
                        .from(BIG.table))
                .map(ITEM::map)
                .map(Checks::item);
    }

    @Override
    protected Flux<Long> rowsAfter(long key) {
        return Flux.from(context()
                        .select(BIG.id, BIG.quantity, BIG.name, BIG.created, BIG.price)
                        .from(BIG.table)
                        .where(BIG.id.gt(key))
                        .and(BIG.id.le(key + Sizes.STREAMED_TOGETHER)))
                .map(ITEM::map)
                .map(Checks::item);
    }

    @Override
    protected Mono<Long> insertAll(Flux<Item> items, boolean keys) {
        return transaction(dsl -> items.buffer(ROWS)
                .concatMap(some -> {
                    var insert = dsl.insertInto(
                            INSERTED.table,
                            plain(INSERTED.quantity),
                            plain(INSERTED.name),
                            plain(INSERTED.created),
                            plain(INSERTED.price));
                    for (Item item : some) {
                        insert = insert.values(item.quantity(), item.name(), item.created(), item.price());
                    }
                    return keys
                            ? Flux.from(insert.returningResult(INSERTED.id)).map(Record1::value1)
                            : Flux.from(insert).map(Integer::longValue);
                })
                .collect(Keys::new, keys ? Keys::add : Keys::count)
                .map(Keys::size));
    }

    @Override
    protected Mono<Long> upsertAll(Flux<Item> items) {
        Field<Long> id = plain(WRITTEN.id);
        return transaction(dsl -> items.buffer(ROWS)
                .concatMap(some -> {
                    var insert = dsl.insertInto(
                            WRITTEN.table,
                            id,
                            plain(WRITTEN.quantity),
                            plain(WRITTEN.name),
                            plain(WRITTEN.created),
                            plain(WRITTEN.price));
                    for (Item item : some) {
                        insert = insert.values(item.id(), item.quantity(), item.name(), item.created(), item.price());
                    }
                    return Mono.from(insert.onConflict(id)
                                    .doUpdate()
                                    .set(plain(WRITTEN.quantity), excluded(plain(WRITTEN.quantity)))
                                    .set(plain(WRITTEN.name), excluded(plain(WRITTEN.name)))
                                    .set(plain(WRITTEN.created), excluded(plain(WRITTEN.created)))
                                    .set(plain(WRITTEN.price), excluded(plain(WRITTEN.price))))
                            .map(Integer::longValue);
                })
                .reduce(0L, Long::sum));
    }

    @Override
    protected Mono<Long> updateAll(Flux<Item> items) {
        return transaction(dsl -> items.buffer(ROWS)
                .concatMap(some -> {
                    BatchBindStep batch = dsl.batch(dsl.update(WRITTEN.table)
                            .set(plain(WRITTEN.quantity), nothing(WRITTEN.quantity))
                            .set(plain(WRITTEN.price), nothing(WRITTEN.price))
                            .where(WRITTEN.id.eq(nothing(WRITTEN.id))));
                    for (Item item : some) {
                        batch = batch.bind(item.quantity(), item.price(), item.id());
                    }
                    return Flux.from(batch);
                })
                .count());
    }

    @Override
    protected Mono<Long> readGraph(long first, int count) {
        return Flux.from(context()
                        .select(AUTHOR_ID, AUTHOR_NAME)
                        .from(AUTHOR)
                        .where(AUTHOR_ID.ge(first))
                        .and(AUTHOR_ID.lt(first + count)))
                .map(row -> new Graph.Author(row.value1(), row.value2()))
                .collectList()
                .flatMap(authors -> books(authors)
                        .flatMap(books -> bookTags(books).map(tags -> Graph.check(Graph.join(authors, books, tags)))));
    }

    private Mono<List<Graph.Book>> books(List<Graph.Author> authors) {
        return Flux.from(context()
                        .select(BOOK_ID, BOOK_AUTHOR, TITLE, PUBLISHED, PRICE)
                        .from(BOOK)
                        .where(BOOK_AUTHOR.eq(
                                any(authors.stream().map(Graph.Author::id).toArray(Long[]::new)))))
                .map(row -> new Graph.Book(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()))
                .collectList();
    }

    private Mono<List<Graph.BookTag>> bookTags(List<Graph.Book> books) {
        return Flux.from(context()
                        .select(TAGGED_BOOK, TAG_ID, TAG_NAME)
                        .from(BOOK_TAG)
                        .join(TAG)
                        .on(TAG_ID.eq(TAG_OF_BOOK))
                        .where(TAGGED_BOOK.eq(
                                any(books.stream().map(Graph.Book::id).toArray(Long[]::new)))))
                .map(row -> new Graph.BookTag(row.value1(), row.value2(), row.value3()))
                .collectList();
    }

    @Override
    protected Mono<Void> write(UnitOfWork work) {
        return transaction(dsl -> new FamilyWork(dsl, work).run()).then();
    }

    @Override
    public String render(Filters filters) {
        return context().render(query(filters));
    }

    private Query query(Filters filters) {
        return context()
                .select(BOOK_ID, TITLE, PUBLISHED, PRICE, AUTHOR_NAME, TAG_NAME)
                .from(BOOK)
                .join(AUTHOR)
                .on(AUTHOR_ID.eq(BOOK_AUTHOR))
                .join(BOOK_TAG)
                .on(TAGGED_BOOK.eq(BOOK_ID))
                .join(TAG)
                .on(TAG_ID.eq(TAG_OF_BOOK))
                .where(PUBLISHED.ge(filters.publishedFrom()))
                .and(PUBLISHED.le(filters.publishedTo()))
                .and(PRICE.gt(filters.minPrice()))
                .and(TITLE.like(filters.titleLike()))
                .and(AUTHOR_NAME.like(filters.authorLike()))
                .and(TAG_ID.in(filters.tags()))
                .and(TAG_NAME.eq(filters.tagName()).or(TAG_NAME.eq(filters.otherTagName())))
                .and(AUTHOR_ID.gt(filters.minAuthor()))
                .orderBy(PUBLISHED.desc(), TITLE)
                .limit(filters.limit());
    }
}
