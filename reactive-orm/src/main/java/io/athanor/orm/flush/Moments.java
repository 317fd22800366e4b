package io.athanor.orm.flush;

import io.athanor.EntityStateException;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.Lifecycle;
import io.athanor.orm.state.LifeListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells entities, and who listens to them, that they are about to be written, each once, and that they were: all of them one
 * after another, so that what is written stays a set. Confined to one flush.
 */
final class Moments {
    private static final int MANY_ROUNDS = 100;

    private final LifeListener listener;
    private final Set<Object> told = Collections.newSetFromMap(new IdentityHashMap<>());
    private int rounds;

    Moments(LifeListener listener) {
        this.listener = listener;
    }

    /** Tells those that have not heard of it; false if there are none, and so nothing has changed meanwhile. */
    Mono<Boolean> before(Changes changes) {
        List<Moment> due = new ArrayList<>();
        before(changes.inserts(), Lifecycle.PRE_PERSIST, due);
        before(changes.updates(), Lifecycle.PRE_UPDATE, due);
        before(changes.deletes(), Lifecycle.PRE_REMOVE, due);
        if (due.isEmpty()) {
            return Mono.just(false);
        }
        if (++rounds > MANY_ROUNDS) {
            return Mono.error(new EntityStateException(
                    "whenever entities are about to be written, a listener adds or changes" + " others, such as "
                            + due.get(0).row() + ", and so without end; let it leave out those that it adds"));
        }
        return told(due).thenReturn(true);
    }

    private void before(List<RowChange> rows, Lifecycle moment, List<Moment> due) {
        for (RowChange row : rows) {
            if (isHeard(row, moment) && told.add(row.entity())) {
                due.add(new Moment(moment, row));
            }
        }
    }

    /** Tells all of them. */
    Mono<Void> after(Changes changes) {
        List<Moment> due = new ArrayList<>();
        after(changes.inserts(), Lifecycle.POST_PERSIST, due);
        after(changes.updates(), Lifecycle.POST_UPDATE, due);
        after(changes.deletes(), Lifecycle.POST_REMOVE, due);
        return due.isEmpty() ? Mono.empty() : told(due);
    }

    private void after(List<RowChange> rows, Lifecycle moment, List<Moment> due) {
        rows.stream().filter(row -> isHeard(row, moment)).forEach(row -> due.add(new Moment(moment, row)));
    }

    private boolean isHeard(RowChange row, Lifecycle moment) {
        return row.mapping().listensTo(moment) || listener.hears(moment);
    }

    private Mono<Void> told(List<Moment> due) {
        return Flux.fromIterable(due)
                .concatMap(each -> tell(
                        listener,
                        each.moment(),
                        each.row().mapping(),
                        each.row().entity()))
                .then();
    }

    /** Tells the entity itself, and then who listens to all. */
    static Mono<Void> tell(LifeListener listener, Lifecycle moment, EntityMapping<?> mapping, Object entity) {
        return Mono.defer(() -> {
            mapping.tell(moment, entity);
            return listener.hears(moment) ? listener.tell(moment, entity) : Mono.empty();
        });
    }

    /** A row, and what is about to become of it, or has. */
    private record Moment(Lifecycle moment, RowChange row) {}
}
