package io.athanor.benchmarks.orm;

import static io.athanor.benchmarks.orm.ItemTable.ITEM;
import static io.athanor.sql.Sql.select;

import io.athanor.engine.Engine;
import io.athanor.engine.Transaction;
import io.athanor.orm.Session;
import io.athanor.orm.Sessions;
import io.athanor.sql.Select;
import reactor.core.publisher.Mono;

/** Items read by sessions, and the same rows in transactions of the core. */
final class ItemReads {
    private static final Select<ItemRow> ROWS = select(
                    ITEM.id,
                    ITEM.name,
                    ITEM.category,
                    ITEM.quantity,
                    ITEM.price,
                    ITEM.available,
                    ITEM.created,
                    ITEM.note)
            .into(ItemRow.class)
            .from(ITEM);

    private final Engine engine;
    private final Sessions sessions;
    private final Sessions readers;

    ItemReads(Engine engine) {
        this.engine = engine;
        this.sessions = Sessions.of(engine, OrmWork.MODEL);
        this.readers = sessions.readOnly();
    }

    Mono<Long> streamByCore(long count) {
        return engine.transaction(transaction ->
                transaction.stream(ROWS.where(ITEM.id.le(count))).reduce(0L, (sum, row) -> sum + row.quantity()));
    }

    Mono<Long> stream(long count) {
        return stream(sessions, count);
    }

    Mono<Long> streamOnly(long count) {
        return stream(readers, count);
    }

    private static Mono<Long> stream(Sessions sessions, long count) {
        return sessions.run(session -> session.stream(select(ITEM).from(ITEM).where(ITEM.id.le(count)))
                .reduce(0L, (sum, item) -> sum + item.quantity));
    }

    /** Rows of {@code count} keys, one after another. */
    Mono<Long> getByCore(long first, int count) {
        return engine.transaction(transaction ->
                oneByCore(transaction, first).repeat(count - 1).reduce(0L, (sum, row) -> sum + row.quantity()));
    }

    private static Mono<ItemRow> oneByCore(Transaction transaction, long first) {
        Keys keys = new Keys(first);
        return Mono.defer(() -> transaction.one(ROWS.where(ITEM.id.eq(keys.next()))));
    }

    Mono<Long> get(long first, int count) {
        return get(sessions, first, count);
    }

    Mono<Long> getOnly(long first, int count) {
        return get(readers, first, count);
    }

    private static Mono<Long> get(Sessions sessions, long first, int count) {
        return sessions.run(
                session -> one(session, first).repeat(count - 1).reduce(0L, (sum, item) -> sum + item.quantity));
    }

    private static Mono<Item> one(Session session, long first) {
        Keys keys = new Keys(first);
        return Mono.defer(() -> session.get(ITEM, keys.next()));
    }

    /** Counts keys up. Confined to one subscription. */
    private static final class Keys {
        private long next;

        Keys(long first) {
            this.next = first;
        }

        long next() {
            return next++;
        }
    }
}
