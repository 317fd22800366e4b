package io.athanor.orm;

import io.athanor.EntityStateException;
import io.athanor.StaleDataException;
import io.athanor.engine.Transaction;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.mapping.StoredTable;
import io.athanor.orm.state.EntityKey;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.SessionState;
import io.athanor.orm.state.Snapshot;
import io.athanor.sql.Column;
import io.athanor.sql.Lock;
import io.athanor.sql.Predicate;
import io.athanor.sql.Select;
import io.athanor.sql.Selection;
import io.athanor.sql.Sql;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Locks the row of an entity, if it is still the one that was read. */
final class Locking {
    private final SessionState session;
    private final Transaction transaction;

    Locking(SessionState session, Transaction transaction) {
        this.session = session;
        this.transaction = transaction;
    }

    Mono<Void> lock(Object entity, Lock lock) {
        EntityState state = session.of(entity);
        EntityKey key = state == null ? null : state.key();
        if (state == null || key == null) {
            return Mono.error(
                    new EntityStateException("this " + entity.getClass().getSimpleName()
                            + " has no row in this session that could be locked; get it from the session"));
        }
        EntityMapping<?> mapping = state.mapping();
        MappedColumn version = mapping.version();
        Column<?> read = version == null ? mapping.key().get(0).column() : version.column();
        StoredTable table = mapping.tables().get(0);
        Select<Optional<Object>> select = Sql.select(optional(read)).from(table.table());
        for (int i = 0; i < key.values().size(); i++) {
            select = select.where(is(table.key().get(i), key.values().get(i)));
        }
        return transaction
                .one(select.lock(lock))
                .switchIfEmpty(Mono.error(() -> stale(state, "deleted", null)))
                .flatMap(found -> isSame(state.row(), version, found.orElse(null))
                        ? Mono.empty()
                        : Mono.error(stale(state, "changed", found.orElse(null))));
    }

    private static Selection<Optional<Object>> optional(Column<?> column) {
        return column.map(Optional::<Object>of);
    }

    @SuppressWarnings("unchecked") // a key's values are of its columns' types
    private static <T> Predicate is(Column<T> column, Object value) {
        return column.eq((T) value);
    }

    private static boolean isSame(@Nullable Snapshot row, @Nullable MappedColumn version, @Nullable Object found) {
        return row == null || version == null || Objects.equals(row.value(version), found);
    }

    private static StaleDataException stale(EntityState state, String what, @Nullable Object actualVersion) {
        return new StaleDataException(
                "this " + state.mapping().name() + " cannot be locked: its row was " + what + " since it was read",
                List.of(state.stale(actualVersion)));
    }
}
