package io.athanor.benchmarks.peers.hibernate;

import com.zaxxer.hikari.HikariDataSource;
import io.athanor.benchmarks.peers.BlockingContender;
import io.athanor.benchmarks.peers.Database;
import io.athanor.benchmarks.peers.Filters;
import io.athanor.benchmarks.peers.Rows;
import io.athanor.benchmarks.peers.Sizes;
import io.athanor.benchmarks.peers.UnitOfWork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;

/** Over pgjdbc and HikariCP. */
public final class HibernateOrm extends BlockingContender {
    private static final int FETCH = 1_000;
    private static final int BATCH = 1_000;

    private @Nullable SessionFactory sessions;
    private @Nullable CriteriaSql criteria;

    @Override
    public void open(Database database, Sizes sizes) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(database.jdbcUrl() + "&reWriteBatchedInserts=true");
        source.setUsername(database.user());
        source.setPassword(database.password());
        source.setMaximumPoolSize(CONNECTIONS);
        source.setMinimumIdle(CONNECTIONS);
        source.setAutoCommit(false);
        Configuration configuration =
                Settings.configuration().setProperty("hibernate.connection.provider_disables_autocommit", "true");
        configuration.getProperties().put("hibernate.connection.datasource", source);
        SessionFactory factory = configuration.buildSessionFactory();
        sessions = factory;
        criteria = new CriteriaSql(factory);
    }

    private SessionFactory sessions() {
        return Objects.requireNonNull(sessions);
    }

    @Override
    protected long readOne(long key) {
        try (Session session = sessions().openSession()) {
            ItemEntity item = session.find(ItemEntity.class, key);
            return item.check(item.id);
        }
    }

    @Override
    protected long change(long[] keys) {
        List<Object> ids = LongStream.of(keys).<Object>mapToObj(key -> key).toList();
        return sessions().fromTransaction(session -> {
            long sum = 0;
            for (ChangingEntity item : session.findMultiple(ChangingEntity.class, ids)) {
                item.quantity++;
                sum += item.unchanged(item.id);
            }
            return sum;
        });
    }

    @Override
    public long stream(int atATime) {
        try (StatelessSession session = sessions().openStatelessSession();
                Stream<BigEntity> rows = session.createSelectionQuery("from BigEntity", BigEntity.class)
                        .setFetchSize(atATime == 0 ? FETCH : atATime)
                        .getResultStream()) {
            return rows.mapToLong(item -> item.check(item.id)).sum();
        }
    }

    @Override
    protected long streamAfter(long key) {
        try (StatelessSession session = sessions().openStatelessSession();
                Stream<BigEntity> rows = session.createSelectionQuery(
                                "from BigEntity b where b.id > :after and b.id <= :last", BigEntity.class)
                        .setParameter("after", key)
                        .setParameter("last", key + Sizes.STREAMED_TOGETHER)
                        .getResultStream()) {
            return rows.mapToLong(item -> item.check(item.id)).sum();
        }
    }

    @Override
    public long insert(int rows, boolean keys) {
        Set<Long> returned = new HashSet<>();
        inBatches(rows, HibernateOrm::inserted, (session, entities) -> {
            session.insertMultiple(entities);
            for (InsertedEntity entity : keys ? entities : List.<InsertedEntity>of()) {
                returned.add(Objects.requireNonNull(entity.id));
            }
        });
        return keys ? returned.size() : rows;
    }

    private static InsertedEntity inserted(int row) {
        InsertedEntity entity = new InsertedEntity();
        entity.set(Rows.item(row));
        return entity;
    }

    @Override
    public long upsert(int rows) {
        inBatches(rows, HibernateOrm::written, StatelessSession::upsertMultiple);
        return rows;
    }

    @Override
    public long update(int rows) {
        inBatches(rows, HibernateOrm::written, StatelessSession::updateMultiple);
        return rows;
    }

    private static WrittenEntity written(int row) {
        WrittenEntity entity = new WrittenEntity();
        entity.id = row + 1L;
        entity.set(Rows.item(row));
        return entity;
    }

    private <E> void inBatches(int rows, IntFunction<E> made, BiConsumer<StatelessSession, List<E>> write) {
        sessions().inStatelessTransaction(session -> {
            session.setJdbcBatchSize(BATCH);
            for (int first = 0; first < rows; first += BATCH) {
                List<E> entities = new ArrayList<>();
                for (int row = first; row < Math.min(rows, first + BATCH); row++) {
                    entities.add(made.apply(row));
                }
                write.accept(session, entities);
            }
        });
    }

    @Override
    public long graph(long first, int count) {
        try (Session session = sessions().openSession()) {
            List<Author> authors = session.createSelectionQuery(
                            "select distinct a from Author a left join fetch a.books"
                                    + " where a.id >= :first and a.id < :end",
                            Author.class)
                    .setParameter("first", first)
                    .setParameter("end", first + count)
                    .getResultList();
            session.createSelectionQuery(
                            "select distinct b from Book b left join fetch b.tags where b.author in :authors",
                            Book.class)
                    .setParameter("authors", authors)
                    .getResultList();
            return Author.check(authors);
        }
    }

    @Override
    public void unitOfWork(UnitOfWork work) {
        sessions().inTransaction(session -> {
            List<Parent> parents = Parent.all(work);
            parents.forEach(session::persist);
            session.flush();
            Parent.change(parents, work).forEach(session::remove);
        });
    }

    @Override
    public String render(Filters filters) {
        return Objects.requireNonNull(criteria).render(filters);
    }

    @Override
    public void close() {
        sessions().close();
    }
}
