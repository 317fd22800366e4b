package io.athanor.orm.flush;

import io.athanor.engine.Transaction;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.SessionState;
import io.athanor.sql.Column;
import io.athanor.sql.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Entities whose rows are no more, by another hand than a flush's. */
public final class Gone {
    private Gone() {}

    /** Finds out which of {@code states} have no rows any more, one statement for each class, and forgets those. */
    public static Mono<Void> forgetThose(SessionState session, Transaction transaction, List<EntityState> states) {
        Map<EntityMapping<?>, List<EntityState>> byRoot = new LinkedHashMap<>();
        for (EntityState state : states) {
            byRoot.computeIfAbsent(state.mapping().root(), root -> new ArrayList<>())
                    .add(state);
        }
        return Flux.fromIterable(byRoot.entrySet())
                .concatMap(entry -> there(transaction, entry.getKey(), entry.getValue())
                        .doOnNext(there -> forget(
                                session,
                                entry.getValue().stream()
                                        .filter(state -> !there.contains(key(state)))
                                        .toList())))
                .then();
    }

    private static <T> Column<T> of(EntityTable<?, ?, ?> table, Column<T> column) {
        return table.get(column);
    }

    private static List<Object> key(EntityState state) {
        return Objects.requireNonNull(state.key()).values();
    }

    private static Mono<Set<List<@Nullable Object>>> there(
            Transaction transaction, EntityMapping<?> mapping, List<EntityState> states) {
        List<Column<?>> columns = mapping.key().stream()
                .<Column<?>>map(key -> of(mapping.table(), key.column()))
                .toList();
        return transaction.stream(Sql.select(new Columns(columns))
                        .from(mapping.table())
                        .where(Conditions.in(
                                columns, states.stream().map(Gone::key).toList())))
                .collect(HashSet::new, Set::add);
    }

    /** They are no longer part of the session, and nothing that is loaded leads to them. */
    static void forget(SessionState session, Collection<EntityState> states) {
        Set<Object> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        for (EntityState state : states) {
            gone.add(state.entity());
            session.forget(state);
        }
        for (EntityState state : session.all()) {
            for (RelationshipMapping relationship : state.mapping().relationships()) {
                if (Members.isLoaded(state, relationship)
                        && state.members(relationship).stream().anyMatch(gone::contains)) {
                    Members.remove(state.entity(), relationship, gone::contains);
                    session.rememberLeft(state, relationship);
                }
            }
        }
    }
}
