package io.athanor.benchmarks.peers.spring;

import static org.springframework.data.relational.core.query.Criteria.where;
import static org.springframework.data.relational.core.query.Query.query;

import io.athanor.benchmarks.peers.Filters;
import io.athanor.benchmarks.peers.Graph;
import io.athanor.benchmarks.peers.Item;
import io.athanor.benchmarks.peers.Sizes;
import io.athanor.benchmarks.peers.UnitOfWork;
import io.athanor.benchmarks.peers.r2dbc.Keys;
import io.athanor.benchmarks.peers.r2dbc.PooledContender;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;
import org.springframework.data.r2dbc.dialect.PostgresDialect;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Repositories and the entity template; the database client where there is nothing else. */
public final class SpringDataR2dbc extends PooledContender {
    private static final int IN_FLIGHT = 64;

    private @Nullable DatabaseClient client;
    private @Nullable R2dbcEntityTemplate template;
    private @Nullable TransactionalOperator transactions;
    private @Nullable Repositories repositories;

    @Override
    protected void start(Sizes sizes) {
        DatabaseClient made = DatabaseClient.create(pool());
        R2dbcEntityTemplate over = new R2dbcEntityTemplate(made, PostgresDialect.INSTANCE);
        client = made;
        template = over;
        transactions = TransactionalOperator.create(new R2dbcTransactionManager(pool()));
        repositories = Repositories.of(over);
    }

    private R2dbcEntityTemplate template() {
        return Objects.requireNonNull(template);
    }

    private Repositories repositories() {
        return Objects.requireNonNull(repositories);
    }

    private <T> Mono<T> transactional(Mono<T> work) {
        return Objects.requireNonNull(transactions).transactional(work);
    }

    @Override
    protected Mono<Long> readOne(long key) {
        return repositories().items().findById(key).map(Stored::check);
    }

    @Override
    protected Mono<Long> change(long[] keys) {
        Repositories.Changing changing = repositories().changing();
        return transactional(changing.findAllById(Arrays.stream(keys).boxed().toList())
                .collectList()
                .flatMap(items -> {
                    items.forEach(item -> item.quantity++);
                    return changing.saveAll(items)
                            .then(Mono.just(
                                    items.stream().mapToLong(Stored::unchanged).sum()));
                }));
    }

    @Override
    protected Flux<Long> rows() {
        return template().select(BigItem.class).all().map(Stored::check);
    }

    @Override
    protected Flux<Long> rowsAfter(long key) {
        return template()
                .select(BigItem.class)
                .matching(query(where("id").greaterThan(key).and("id").lessThanOrEquals(key + Sizes.STREAMED_TOGETHER)))
                .all()
                .map(Stored::check);
    }

    /** With keys one after another, as a repository does; without, many in flight on the transaction's connection. */
    @Override
    protected Mono<Long> insertAll(Flux<Item> items, boolean keys) {
        Flux<InsertedItem> entities = items.map(item -> {
            InsertedItem entity = new InsertedItem();
            entity.set(item);
            return entity;
        });
        return transactional(
                keys
                        ? repositories()
                                .inserted()
                                .saveAll(entities)
                                .map(Stored::id)
                                .collect(Keys::new, Keys::add)
                                .map(Keys::size)
                        : entities.flatMap(template()::insert, IN_FLIGHT).count());
    }

    @Override
    protected Mono<Long> updateAll(Flux<Item> items) {
        return transactional(repositories()
                .written()
                .saveAll(items.map(item -> {
                    WrittenItem entity = new WrittenItem();
                    entity.id = item.id();
                    entity.set(item);
                    return entity;
                }))
                .count());
    }

    @Override
    protected Mono<Long> readGraph(long first, int count) {
        return template()
                .select(StoredAuthor.class)
                .matching(query(where("id").greaterThanOrEquals(first).and("id").lessThan(first + count)))
                .all()
                .map(author -> new Graph.Author(author.id(), author.name()))
                .collectList()
                .flatMap(authors -> books(authors)
                        .flatMap(books -> bookTags(books).map(tags -> Graph.check(Graph.join(authors, books, tags)))));
    }

    private Mono<List<Graph.Book>> books(List<Graph.Author> authors) {
        return template()
                .select(StoredBook.class)
                .matching(query(where("authorId")
                        .in(authors.stream().map(Graph.Author::id).toList())))
                .all()
                .map(book -> new Graph.Book(book.id(), book.authorId(), book.title(), book.published(), book.price()))
                .collectList();
    }

    private Mono<List<Graph.BookTag>> bookTags(List<Graph.Book> books) {
        return Objects.requireNonNull(client)
                .sql("select bt.book_id, t.id, t.name from book_tag bt join tag t on t.id = bt.tag_id"
                        + " where bt.book_id in (:books)")
                .bind("books", books.stream().map(Graph.Book::id).toList())
                .map(row -> new Graph.BookTag(
                        Objects.requireNonNull(row.get(0, Long.class)),
                        Objects.requireNonNull(row.get(1, Long.class)),
                        Objects.requireNonNull(row.get(2, String.class))))
                .all()
                .collectList();
    }

    @Override
    protected Mono<Void> write(UnitOfWork work) {
        return transactional(repositories()
                .parents()
                .saveAll(parents(work))
                .collectList()
                .flatMap(parents -> repositories()
                        .children()
                        .saveAll(children(parents, work))
                        .collectList())
                .flatMap(children -> {
                    List<Child> changed = children.subList(0, work.changed());
                    for (Child child : changed) {
                        child.quantity = work.changedQuantity(child.quantity);
                        child.name = work.changedName(child.name);
                    }
                    List<Child> deleted = children.subList(children.size() - work.deleted(), children.size());
                    return repositories()
                            .children()
                            .saveAll(changed)
                            .then(repositories().children().deleteAll(deleted));
                }));
    }

    private static List<Parent> parents(UnitOfWork work) {
        List<Parent> parents = new ArrayList<>();
        for (int i = 0; i < work.parents(); i++) {
            Parent parent = new Parent();
            parent.name = work.parentName(i);
            parent.created = work.created(i);
            parents.add(parent);
        }
        return parents;
    }

    private static List<Child> children(List<Parent> parents, UnitOfWork work) {
        List<Child> children = new ArrayList<>();
        for (int row = 0; row < work.children(); row++) {
            Child child = new Child();
            child.parentId = parents.get(row / UnitOfWork.CHILDREN).id();
            child.name = work.childName(row);
            child.quantity = work.quantity(row);
            children.add(child);
        }
        return children;
    }

    @Override
    public String render(Filters filters) {
        return new RelationalSql(filters).render();
    }
}
