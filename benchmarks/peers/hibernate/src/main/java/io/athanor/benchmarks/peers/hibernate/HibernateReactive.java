package io.athanor.benchmarks.peers.hibernate;

import io.athanor.benchmarks.peers.Contender;
import io.athanor.benchmarks.peers.Database;
import io.athanor.benchmarks.peers.Filters;
import io.athanor.benchmarks.peers.Item;
import io.athanor.benchmarks.peers.Lanes;
import io.athanor.benchmarks.peers.Rows;
import io.athanor.benchmarks.peers.Sizes;
import io.athanor.benchmarks.peers.UnitOfWork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.stage.Stage;
import org.hibernate.reactive.util.impl.CompletionStages;
import org.jspecify.annotations.Nullable;

/** By stages. It has no streams: a large table is read in pages by key; and no upsert of many rows but of one after another. */
public final class HibernateReactive implements Contender {
    private static final int PAGE = 10_000;
    private static final int BATCH = 1_000;

    private Stage.@Nullable SessionFactory stages;
    private @Nullable CriteriaSql criteria;

    @Override
    public void open(Database database, Sizes sizes) {
        Configuration configuration = Settings.configuration()
                .setProperty(
                        "jakarta.persistence.jdbc.url",
                        "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.name())
                .setProperty("jakarta.persistence.jdbc.user", database.user())
                .setProperty("jakarta.persistence.jdbc.password", database.password())
                .setProperty("hibernate.connection.pool_size", String.valueOf(CONNECTIONS))
                .setProperty("hibernate.vertx.prepared_statement_cache.max_size", "256");
        SessionFactory factory = configuration.buildSessionFactory(new ReactiveServiceRegistryBuilder()
                .applySettings(configuration.getProperties())
                .build());
        stages = factory.unwrap(Stage.SessionFactory.class);
        criteria = new CriteriaSql(factory);
    }

    private Stage.SessionFactory stages() {
        return Objects.requireNonNull(stages);
    }

    private static <T> T result(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    @Override
    public long readByKey(long[] keys, int atOnce) throws Exception {
        return Lanes.run(keys.length, atOnce, (index, ended) -> stages().withSession(
                        session -> session.find(ItemEntity.class, keys[index]))
                .thenApply(item -> item.check(item.id))
                .whenComplete(ended));
    }

    @Override
    public long readChangeWrite(long[][] keys, int atOnce) throws Exception {
        return Lanes.run(keys.length, atOnce, (index, ended) -> {
            Object[] ids = Arrays.stream(keys[index]).boxed().toArray();
            stages().withTransaction(
                            session -> session.find(ChangingEntity.class, ids).thenApply(HibernateReactive::changed))
                    .whenComplete(ended);
        });
    }

    private static long changed(List<ChangingEntity> items) {
        long sum = 0;
        for (ChangingEntity item : items) {
            item.quantity++;
            sum += item.unchanged(item.id);
        }
        return sum;
    }

    @Override
    public long stream(int atATime) {
        int page = atATime == 0 ? PAGE : atATime;
        long[] sum = {0};
        long[] last = {0};
        return result(
                stages().withStatelessSession(session -> CompletionStages.whileLoop(() -> session.createSelectionQuery(
                                        "from BigEntity b where b.id > :last order by b.id", BigEntity.class)
                                .setParameter("last", last[0])
                                .setMaxResults(page)
                                .getResultList()
                                .thenApply(items -> {
                                    for (BigEntity item : items) {
                                        sum[0] += item.check(item.id);
                                        last[0] = item.id;
                                    }
                                    return items.size() == page;
                                }))
                        .thenApply(end -> sum[0])));
    }

    @Override
    public long streams(long[] after, int atOnce) throws Exception {
        return Lanes.run(after.length, atOnce, (index, ended) -> stages().withStatelessSession(
                        session -> session.createSelectionQuery(
                                        "from BigEntity b where b.id > :after and b.id <= :last", BigEntity.class)
                                .setParameter("after", after[index])
                                .setParameter("last", after[index] + Sizes.STREAMED_TOGETHER)
                                .getResultList())
                .thenApply(items ->
                        items.stream().mapToLong(item -> item.check(item.id)).sum())
                .whenComplete(ended));
    }

    @Override
    public long insert(int rows, boolean keys) {
        Set<Long> returned = new HashSet<>();
        return result(inBatches(rows, (session, items) -> {
                    Object[] entities =
                            items.stream().map(HibernateReactive::inserted).toArray();
                    return session.insert(entities.length, entities).thenAccept(done -> {
                        for (Object entity : keys ? entities : new Object[0]) {
                            returned.add(Objects.requireNonNull(((InsertedEntity) entity).id));
                        }
                    });
                }))
                + (keys ? returned.size() - rows : 0);
    }

    private static InsertedEntity inserted(Item item) {
        InsertedEntity entity = new InsertedEntity();
        entity.set(item);
        return entity;
    }

    @Override
    public long upsert(int rows) {
        return result(inBatches(rows, (session, items) -> {
            Object[] entities = items.stream().map(HibernateReactive::written).toArray();
            return session.upsertMultiple(List.of(entities));
        }));
    }

    private static WrittenEntity written(Item item) {
        WrittenEntity entity = new WrittenEntity();
        entity.id = item.id();
        entity.set(item);
        return entity;
    }

    @Override
    public long update(int rows) {
        return result(inBatches(rows, (session, items) -> {
            Object[] entities = items.stream().map(HibernateReactive::written).toArray();
            return session.update(entities.length, entities);
        }));
    }

    private interface Write {
        CompletionStage<Void> of(Stage.StatelessSession session, List<Item> items);
    }

    private CompletionStage<Long> inBatches(int rows, Write write) {
        int[] next = {0};
        return stages().withStatelessTransaction(session -> CompletionStages.whileLoop(() -> {
                    List<Item> items = new ArrayList<>();
                    for (int row = next[0]; row < Math.min(rows, next[0] + BATCH); row++) {
                        items.add(Rows.item(row, row + 1L));
                    }
                    next[0] += items.size();
                    return write.of(session, items).thenApply(done -> next[0] < rows);
                })
                .thenApply(end -> (long) rows));
    }

    @Override
    public long graph(long first, int count) {
        return result(stages().withSession(session -> session.createSelectionQuery(
                        "select distinct a from Author a left join fetch a.books where a.id >= :first and a.id < :end",
                        Author.class)
                .setParameter("first", first)
                .setParameter("end", first + count)
                .getResultList()
                .thenCompose(authors -> session.createSelectionQuery(
                                "select distinct b from Book b left join fetch b.tags where b.author in :authors",
                                Book.class)
                        .setParameter("authors", authors)
                        .getResultList()
                        .thenApply(books -> Author.check(authors)))));
    }

    @Override
    public void unitOfWork(UnitOfWork work) {
        List<Parent> parents = Parent.all(work);
        Function<Stage.Session, CompletionStage<Void>> all = session -> session.persist(parents.toArray())
                .thenCompose(persisted -> session.flush())
                .thenCompose(
                        flushed -> session.remove(Parent.change(parents, work).toArray()));
        result(stages().withTransaction(all));
    }

    @Override
    public String render(Filters filters) {
        return Objects.requireNonNull(criteria).render(filters);
    }

    @Override
    public void close() {
        stages().close();
    }
}
