package io.athanor.orm.load;

import io.athanor.EntityStateException;
import io.athanor.orm.mapping.Computed;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.Loaded;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.mapping.Portion;
import io.athanor.orm.state.EntityKey;
import io.athanor.orm.state.EntityState;
import io.athanor.sql.Column;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Loads columns of entities that the session has without them, and computes attributes. */
final class ColumnLoads {
    private final Loading loading;
    private final Batches batches;

    ColumnLoads(Loading loading, Batches batches) {
        this.loading = loading;
        this.batches = batches;
    }

    /**
     * Loads columns, each with those that it is deferred together with, unless they are there; calls of one kind that come
     * while a statement runs are one statement together.
     */
    Mono<Void> load(EntityState owner, Collection<? extends Column<?>> columns) {
        return Mono.defer(() -> {
            Set<MappedColumn> missing = missing(owner, columns);
            EntityKey key = owner.key();
            return missing.isEmpty() || key == null
                    ? Mono.empty()
                    : batches.add(
                            new Common(owner.mapping(), missing), key, keys -> read(owner.mapping(), missing, keys));
        });
    }

    /** Likewise of many entities: one statement for each class and set of columns that are missing. */
    Mono<Void> loadAll(
            Collection<EntityState> owners, Function<EntityState, ? extends Collection<? extends Column<?>>> columns) {
        return Mono.defer(() -> {
            Map<Common, Set<EntityKey>> keys = new LinkedHashMap<>();
            for (EntityState owner : owners) {
                Set<MappedColumn> missing = missing(owner, columns.apply(owner));
                EntityKey key = owner.key();
                if (!missing.isEmpty() && key != null) {
                    keys.computeIfAbsent(new Common(owner.mapping(), missing), kind -> new LinkedHashSet<>())
                            .add(key);
                }
            }
            return Flux.fromIterable(keys.entrySet())
                    .concatMap(
                            each -> read(each.getKey().mapping(), each.getKey().columns(), each.getValue()))
                    .then();
        });
    }

    /** Computes an attribute anew; calls that come while a statement runs are one statement together. */
    Mono<Void> compute(EntityState owner, Computed<?, ?, ?> attribute) {
        return Mono.defer(() -> {
            EntityKey key = owner.key();
            return key == null
                    ? Mono.error(
                            new EntityStateException("this " + owner.mapping().name()
                                    + " was not flushed: there is no row that " + attribute + " could be computed of"))
                    : batches.add(attribute, key, keys -> read(selection(attribute), keys));
        });
    }

    @SuppressWarnings("unchecked") // the attribute is of the entity, or of one that it extends
    private EntitySelection<?> selection(Computed<?, ?, ?> attribute) {
        EntityTable<Object, ?, ?> table =
                (EntityTable<Object, ?, ?>) attribute.mapping().table();
        return loading.shapes()
                .selection(new Loaded<>(table, Portion.NEEDED, List.of((Computed<Object, ?, ?>) attribute), List.of()));
    }

    private static Set<MappedColumn> missing(EntityState owner, Collection<? extends Column<?>> columns) {
        Set<MappedColumn> missing = new LinkedHashSet<>();
        for (Column<?> column : columns) {
            for (MappedColumn together : owner.mapping().columnOf(column).together()) {
                if (!owner.isRead(together)) {
                    missing.add(together);
                }
            }
        }
        return missing;
    }

    private Mono<Void> read(EntityMapping<?> mapping, Set<MappedColumn> columns, Collection<EntityKey> keys) {
        return read(selection(mapping.table(), columns), keys);
    }

    private Mono<Void> read(EntitySelection<?> entity, Collection<EntityKey> keys) {
        return Mono.defer(() -> {
            Pass pass = loading.pass();
            Work work = pass.work();
            return pass.read(entity, keys, work)
                    .then(pass.complete(work))
                    .doOnTerminate(pass::end)
                    .doOnCancel(pass::end);
        });
    }

    private <E> EntitySelection<E> selection(EntityTable<E, ?, ?> table, Set<MappedColumn> columns) {
        return loading.shapes().selection(table.only(columns(table, columns)));
    }

    /** What is deferred and was loaded of an entity. */
    static Common loaded(EntityState state) {
        Set<MappedColumn> loaded = new LinkedHashSet<>();
        for (MappedColumn column : state.mapping().columns()) {
            if (column.isDeferred() && state.isRead(column)) {
                loaded.add(column);
            }
        }
        return new Common(state.mapping(), loaded);
    }

    /** Whole entities with what is deferred and was loaded. */
    EntitySelection<?> whole(Common loaded) {
        return whole(loaded.mapping().table(), loaded.columns());
    }

    private <E> EntitySelection<E> whole(EntityTable<E, ?, ?> table, Set<MappedColumn> columns) {
        return columns.isEmpty()
                ? loading.shapes().selection(table, List.of())
                : loading.shapes().selection(table.including(columns(table, columns)));
    }

    private static Column<?>[] columns(EntityTable<?, ?, ?> table, Set<MappedColumn> columns) {
        return columns.stream().map(column -> table.get(column.column())).toArray(Column<?>[]::new);
    }

    /**
     * Columns that entities have in common: they lack them, or have them.
     *
     * @param mapping the entities
     * @param columns the columns
     */
    record Common(EntityMapping<?> mapping, Set<MappedColumn> columns) {}
}
