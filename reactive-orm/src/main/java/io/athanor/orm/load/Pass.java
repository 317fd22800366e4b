package io.athanor.orm.load;

import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.Lifecycle;
import io.athanor.orm.state.EntityKey;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.LifeListener;
import io.athanor.sql.Select;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One operation that brings rows into a session.
 *
 * @param loading the session
 * @param overwriting whether what the session knows becomes as its rows are
 * @param pins what keeps its entities from being evicted meanwhile, null if nothing is
 */
record Pass(Loading loading, boolean overwriting, @Nullable Pins pins) {
    /** What is to be done, nothing yet. */
    Work work() {
        return new Work(loading.session().listener().hears(Lifecycle.POST_LOAD));
    }

    EntityReader reader() {
        return new EntityReader(loading.session(), loading.shapes(), overwriting, pins);
    }

    /** The rows of a select, taken in; what they lead to becomes work. */
    <R> Flux<R> read(Select<R> select, Work work) {
        return loading.executor().stream(select.readAs(new Through<>(select.selection(), reader(), work::add)));
    }

    /** The entities of keys, taken in but for what is deferred, without what they are related to. */
    <E> Mono<Void> read(EntityTable<E, ?, ?> table, Collection<EntityKey> keys, Work work) {
        return read(loading.shapes().selection(table, List.of()), keys, work);
    }

    /** Likewise of as much as {@code entity} says. */
    <E> Mono<Void> read(EntitySelection<E> entity, Collection<EntityKey> keys, Work work) {
        List<List<Object>> values = new ArrayList<>();
        keys.forEach(key -> values.add(key.values()));
        int width = entity.mapping().key().size();
        List<List<List<Object>>> chunks = loading.chunks().of(values, width);
        return chunks.size() == 1
                ? read(entity, chunks.get(0), work).then()
                : Flux.fromIterable(chunks)
                        .concatMap(chunk -> read(entity, chunk, work))
                        .then();
    }

    private <E> Flux<E> read(EntitySelection<E> entity, List<List<Object>> keys, Work work) {
        return read(MemberStatements.byKey(entity, columns -> loading.chunks().in(columns, keys)), work);
    }

    /** Loads what rows have led to. */
    Mono<Void> complete(Work work, Map<Ask, Select<?>> origins) {
        return new Completion(this, work, origins).run().then(Mono.defer(() -> tell(work.takeArrived())));
    }

    private Mono<Void> tell(List<EntityState> arrived) {
        LifeListener listener = loading.session().listener();
        if (!listener.hears(Lifecycle.POST_LOAD)) {
            arrived.forEach(state -> state.mapping().tell(Lifecycle.POST_LOAD, state.entity()));
            return Mono.empty();
        }
        return Flux.fromIterable(arrived)
                .concatMap(state -> {
                    state.mapping().tell(Lifecycle.POST_LOAD, state.entity());
                    return listener.tell(Lifecycle.POST_LOAD, state.entity());
                })
                .then();
    }

    Mono<Void> complete(Work work) {
        return complete(work, Map.of());
    }

    /** A window of a stream was passed on. */
    void passed(Work work) {
        if (loading.eviction() != null && pins != null) {
            loading.eviction().passed(pins, work);
        }
    }

    /** It is over, in whatever way. */
    void end() {
        if (loading.eviction() != null && pins != null) {
            loading.eviction().end(pins);
        }
    }
}
