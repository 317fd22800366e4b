package io.athanor.benchmarks.peers.athanor;

import static io.athanor.benchmarks.peers.athanor.AuthorTable.AUTHOR;
import static io.athanor.benchmarks.peers.athanor.BigEntityTable.BIG_ENTITY;
import static io.athanor.benchmarks.peers.athanor.BookTable.BOOK;
import static io.athanor.benchmarks.peers.athanor.ChangingEntityTable.CHANGING_ENTITY;
import static io.athanor.benchmarks.peers.athanor.ItemEntityTable.ITEM_ENTITY;
import static io.athanor.benchmarks.peers.athanor.TagTable.TAG;
import static io.athanor.benchmarks.peers.athanor.WrittenEntityTable.WRITTEN_ENTITY;
import static io.athanor.sql.Sql.or;
import static io.athanor.sql.Sql.select;

import io.athanor.benchmarks.peers.Checks;
import io.athanor.benchmarks.peers.Filters;
import io.athanor.benchmarks.peers.Item;
import io.athanor.benchmarks.peers.UnitOfWork;
import io.athanor.benchmarks.peers.r2dbc.Keys;
import io.athanor.engine.Engine;
import io.athanor.orm.Session;
import io.athanor.orm.Sessions;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.sql.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Entities and sessions. What only reads does so in sessions that only read. */
public final class AthanorOrm extends EngineContender {
    private static final int FLUSHED_AT_ONCE = 10_000;
    private static final EntityModel MODEL = EntityModel.of(
            ItemEntity.class,
            ChangingEntity.class,
            BigEntity.class,
            WrittenEntity.class,
            InsertedEntity.class,
            Author.class,
            Book.class,
            Tag.class,
            Parent.class,
            Child.class);

    private @Nullable Sessions sessions;
    private @Nullable Sessions readers;

    @Override
    void start(Engine started) {
        sessions = Sessions.of(started, MODEL);
        readers = sessions().readOnly();
    }

    private Sessions sessions() {
        return Objects.requireNonNull(sessions);
    }

    private Sessions readers() {
        return Objects.requireNonNull(readers);
    }

    @Override
    protected Mono<Long> readOne(long key) {
        return readers().run(session -> session.get(ITEM_ENTITY, key)).map(item -> item.check(item.id));
    }

    @Override
    protected Mono<Long> change(long[] keys) {
        return sessions().run(session -> session.stream(select(CHANGING_ENTITY)
                        .where(CHANGING_ENTITY.id.in(Arrays.stream(keys).boxed().toList())))
                .map(AthanorOrm::changed)
                .reduce(0L, Long::sum));
    }

    private static long changed(ChangingEntity item) {
        item.quantity++;
        return item.unchanged(item.id);
    }

    @Override
    protected Flux<Long> rows() {
        return readers()
                .evicting()
                .runMany(session -> session.stream(select(BIG_ENTITY)))
                .map(item -> item.check(item.id));
    }

    @Override
    protected Flux<Long> rowsAfter(long key) {
        return readers()
                .runMany(session -> session.stream(
                        select(BIG_ENTITY).where(BIG_ENTITY.id.gt(key)).where(BIG_ENTITY.id.le(key + 1_000))))
                .map(item -> item.check(item.id));
    }

    @Override
    protected Mono<Long> insertAll(Flux<Item> items, boolean keys) {
        return sessions().run(session -> items.map(AthanorOrm::inserted)
                .buffer(FLUSHED_AT_ONCE)
                .concatMap(some -> flushed(session, some))
                .collect(Keys::new, (all, entity) -> all.add(Objects.requireNonNull(entity.id)))
                .map(Keys::size));
    }

    private static InsertedEntity inserted(Item item) {
        InsertedEntity entity = new InsertedEntity();
        entity.set(item);
        return entity;
    }

    private static <E> Flux<E> flushed(Session session, List<E> entities) {
        session.addAll(entities);
        return session.flush().thenMany(Flux.defer(() -> {
            session.clear();
            return Flux.fromIterable(entities);
        }));
    }

    @Override
    protected Mono<Long> upsertAll(Flux<Item> items) {
        return byKeys(items, (session, stored, item) -> {
            WrittenEntity entity = stored.get(item.id());
            if (entity == null) {
                entity = new WrittenEntity();
                entity.id = item.id();
                session.add(entity);
            }
            entity.set(item);
        });
    }

    @Override
    protected Mono<Long> updateAll(Flux<Item> items) {
        return byKeys(items, (session, stored, item) -> {
            WrittenEntity entity = Objects.requireNonNull(stored.get(item.id()));
            entity.quantity = item.quantity();
            entity.price = item.price();
        });
    }

    private interface Change {
        void make(Session session, Map<Long, WrittenEntity> stored, Item item);
    }

    /** Reads what is there, changes it, and flushes, for many at a time. */
    private Mono<Long> byKeys(Flux<Item> items, Change change) {
        return sessions().run(session -> items.buffer(FLUSHED_AT_ONCE)
                .concatMap(some -> session.stream(select(WRITTEN_ENTITY)
                                .where(WRITTEN_ENTITY.id.in(
                                        some.stream().map(Item::id).toList())))
                        .collectMap(entity -> entity.id, entity -> entity, HashMap::new)
                        .flatMap(stored -> {
                            some.forEach(item -> change.make(session, stored, item));
                            return session.flush();
                        })
                        .then(Mono.fromSupplier(() -> {
                            session.clear();
                            return (long) some.size();
                        })))
                .reduce(0L, Long::sum));
    }

    @Override
    protected Mono<Long> readGraph(long first, int count) {
        return readers().run(session -> session.stream(select(AUTHOR.with(AUTHOR.books.selectIn(BOOK.tags)))
                        .where(AUTHOR.id.ge(first))
                        .where(AUTHOR.id.lt(first + count)))
                .map(AthanorOrm::check)
                .reduce(0L, Long::sum));
    }

    private static long check(Author author) {
        long sum = Checks.author(author.id, author.name);
        for (Book book : author.books) {
            sum += Checks.book(book.id, Objects.requireNonNull(book.author).id, book.title, book.published, book.price);
            for (Tag tag : book.tags) {
                sum += Checks.tag(book.id, tag.id, tag.name);
            }
        }
        return sum;
    }

    @Override
    protected Mono<Void> write(UnitOfWork work) {
        return sessions().run(session -> {
            List<Parent> parents = parents(work);
            session.addAll(parents);
            return session.flush().then(Mono.fromRunnable(() -> change(parents, work)));
        });
    }

    private static List<Parent> parents(UnitOfWork work) {
        List<Parent> parents = new ArrayList<>();
        for (int i = 0; i < work.parents(); i++) {
            Parent parent = new Parent();
            parent.name = work.parentName(i);
            parent.created = work.created(i).toInstant();
            for (int row = i * UnitOfWork.CHILDREN; row < (i + 1) * UnitOfWork.CHILDREN; row++) {
                parent.children.add(new Child(work.childName(row), work.quantity(row)));
            }
            parents.add(parent);
        }
        return parents;
    }

    private static void change(List<Parent> parents, UnitOfWork work) {
        for (Parent parent : parents.subList(0, work.changed() / UnitOfWork.CHILDREN)) {
            for (Child child : parent.children) {
                child.quantity = work.changedQuantity(child.quantity);
                child.name = work.changedName(child.name);
            }
        }
        int kept = parents.size() - work.deleted() / UnitOfWork.CHILDREN;
        parents.subList(kept, parents.size()).forEach(parent -> parent.children.clear());
    }

    @Override
    Query<?> query(Filters filters) {
        return select(BOOK.id, BOOK.title, BOOK.published, BOOK.price, AUTHOR.name, TAG.name)
                .from(BOOK)
                .join(BOOK.author)
                .join(BOOK.tags)
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
