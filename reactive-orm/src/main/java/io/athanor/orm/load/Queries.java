package io.athanor.orm.load;

import io.athanor.ResultException;
import io.athanor.orm.mapping.Lifecycle;
import io.athanor.orm.state.EntityState;
import io.athanor.sql.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs queries of entities: rows are read window by window, each is completed, and then passed on. */
final class Queries {
    private final Loading loading;
    private final int window;

    Queries(Loading loading, int window) {
        this.loading = loading;
        this.window = window;
    }

    <R> Flux<R> stream(Query<R> query) {
        return Flux.defer(() -> {
            Reading<R> reading = Reading.of(query, loading.shapes());
            if (!reading.hasEntities()) {
                return loading.executor().stream(reading.query());
            }
            if (isPlain(reading)) {
                return loading.executor().stream(plain(reading)).map(reading::element);
            }
            Pass pass = pass(reading);
            Flux<RowItem> items = loading.executor().stream(reading.statement(pass.reader(), new Traces()));
            Flux<R> results = reading.isWhole()
                    ? items.collectList().flatMapMany(all -> whole(pass, reading, all))
                    : items.buffer(window).concatMap(rows -> windowed(pass, reading, rows), 1);
            return results.doOnTerminate(pass::end).doOnCancel(pass::end);
        });
    }

    <R> Mono<R> one(Query<R> query) {
        return Mono.defer(() -> {
            Reading<R> reading = Reading.of(query, loading.shapes());
            if (!reading.hasEntities()) {
                return loading.executor().one(reading.query());
            }
            if (isPlain(reading)) {
                return loading.executor().one(plain(reading)).mapNotNull(reading::result);
            }
            Pass pass = pass(reading);
            Query<RowItem> statement = reading.statement(pass.reader(), new Traces());
            Mono<R> result = reading.repeats()
                    ? loading.executor().stream(statement).collectList().flatMap(rows -> only(pass, reading, rows))
                    : loading.executor().one(statement).flatMap(row -> single(pass, reading, row));
            return result.doOnTerminate(pass::end).doOnCancel(pass::end);
        });
    }

    /** Rows that need no window: nothing is loaded for them, and nobody counts them. */
    private boolean isPlain(Reading<?> reading) {
        return loading.eviction() == null
                && !loading.session().listener().hears(Lifecycle.POST_LOAD)
                && reading.isPlain();
    }

    private Query<RowItem> plain(Reading<?> reading) {
        return reading.statement(loading.pass().reader(), null);
    }

    private Pass pass(Reading<?> reading) {
        return reading.isOverwriting() ? loading.overwritingPass() : loading.pass();
    }

    private <R> Flux<R> windowed(Pass pass, Reading<R> reading, List<RowItem> rows) {
        Work work = work(pass, rows);
        return pass.complete(work)
                .then(Mono.fromRunnable(() -> forget(reading, rows)))
                .thenMany(Flux.fromIterable(rows).map(reading::element))
                .concatWith(Mono.fromRunnable(() -> pass.passed(work)));
    }

    /** Of rows that stand for the same entity, the first. */
    private static <R> Flux<R> whole(Pass pass, Reading<R> reading, List<RowItem> rows) {
        Work work = work(pass, rows);
        return pass.complete(work, reading.origins())
                .thenMany(Flux.defer(() -> Flux.fromIterable(distinct(reading, rows))))
                .map(reading::element)
                .concatWith(Mono.fromRunnable(() -> pass.passed(work)));
    }

    private static List<RowItem> distinct(Reading<?> reading, List<RowItem> rows) {
        if (!reading.repeats()) {
            return rows;
        }
        Members roots = new Members();
        List<RowItem> first = new ArrayList<>();
        for (RowItem row : rows) {
            if (row.root() == null || roots.add(row.root())) {
                first.add(row);
            }
        }
        return first;
    }

    private <R> Mono<R> single(Pass pass, Reading<R> reading, RowItem row) {
        return pass.complete(work(pass, List.of(row)), reading.origins())
                .then(Mono.fromRunnable(() -> forget(reading, List.of(row))))
                .then(Mono.fromSupplier(() -> reading.result(row)));
    }

    private static <R> Mono<R> only(Pass pass, Reading<R> reading, List<RowItem> rows) {
        List<RowItem> first = distinct(reading, rows);
        if (first.size() > 1) {
            return Mono.error(
                    new ResultException("one() got more than one entity; narrow its conditions, or use stream()"));
        }
        Optional<RowItem> only = first.stream().findFirst();
        return pass.complete(work(pass, rows), reading.origins())
                .then(Mono.defer(() -> Mono.justOrEmpty(only.map(reading::result))));
    }

    /** What was deleted is no longer part of the session. */
    private void forget(Reading<?> reading, List<RowItem> rows) {
        if (!reading.isDeleting()) {
            return;
        }
        for (RowItem row : rows) {
            EntityState state = row.root() == null ? null : loading.session().of(row.root());
            if (state != null) {
                loading.session().forget(state);
            }
        }
    }

    private static Work work(Pass pass, List<RowItem> rows) {
        Work work = pass.work();
        rows.forEach(row -> row.traces().forEach(work::add));
        return work;
    }
}
