package io.athanor.engine;

import io.athanor.DatabaseException.InputRange;
import io.athanor.compile.BoundStatement;
import io.athanor.compile.Ddl;
import io.athanor.compile.RowDecoder;
import io.athanor.compile.StatementCompiler;
import io.athanor.sql.Compound;
import io.athanor.sql.Definition;
import io.athanor.sql.Expression;
import io.athanor.sql.Query;
import io.athanor.sql.Select;
import io.athanor.sql.Statement;
import io.athanor.types.DataType;
import io.athanor.types.DataType.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What an engine and a transaction have in common: statements compiled, watched, run on a lane, errors translated. */
final class Verbs {
    private final StatementCompiler compiler;
    private final Listeners listeners;
    private final Failures failures;

    Verbs(StatementCompiler compiler, Listeners listeners, Failures failures) {
        this.compiler = compiler;
        this.listeners = listeners;
        this.failures = failures;
    }

    /** The same for a statement that writes {@code input} of a batch: its errors say so. */
    Verbs of(InputRange input) {
        return new Verbs(compiler, listeners, failures.of(input));
    }

    StatementCompiler compiler() {
        return compiler;
    }

    Failures failures() {
        return failures;
    }

    <R> Prepared<R> prepare(Query<R> query) {
        BoundStatement compiled = compiler.compile(query);
        BoundStatement bound = compiled.values().isEmpty() && isOpenEnded(query) ? compiled.openEnded() : compiled;
        return new Prepared<>(query, bound, RowDecoder.of(query.selection(), compiler.dialect()), Effects.of(query));
    }

    /** What only the database knows may be readable as text alone: it is left as it is. */
    private static boolean isOpenEnded(Query<?> query) {
        return (query instanceof Select<?> || query instanceof Compound<?>)
                && query.selection().columns().stream().noneMatch(Verbs::isForeign);
    }

    private static boolean isForeign(Expression<?> column) {
        DataType type = column.type().dataType();
        return type.kind() == Kind.OTHER
                || (type.element() != null && type.element().kind() == Kind.OTHER);
    }

    BoundStatement compile(Statement statement) {
        return compiler.compile(statement);
    }

    /** All of them before the first is sent. */
    List<BoundStatement> compile(List<? extends Definition> definitions) {
        return Ddl.needed(definitions, compiler.dialect()).stream()
                .map(compiler::compile)
                .toList();
    }

    /** In a transaction: others may run between the rows. */
    <R> Flux<R> stream(Lane lane, Prepared<R> query) {
        return query.isShort()
                ? rows(lane, query)
                : watched(query.bound(), lane.stream(query.bound(), query::row, query.effect()));
    }

    /** On a connection of its own. */
    <R> Flux<R> streamAlone(Lane lane, Prepared<R> query) {
        return query.isShort()
                ? rows(lane, query)
                : watched(query.bound(), lane.streamAlone(query.bound(), query::row, query.effect()));
    }

    private <R> Flux<R> rows(Lane lane, Prepared<R> query) {
        return watched(query.bound(), lane.rows(query.bound(), query::row, query.effect()));
    }

    <R> Mono<R> one(Lane lane, Prepared<R> query) {
        Flux<Optional<R>> rows = lane.rows(query.bound(), query::rowOrNull, query.effect());
        return watched(query.bound(), rows)
                .collect(() -> new OnlyRow<R>(query.bound()), OnlyRow::add)
                .mapNotNull(OnlyRow::row);
    }

    Mono<Long> execute(Lane lane, BoundStatement statement) {
        Flux<Long> changed = lane.execute(statement).flux();
        return watched(statement, changed, Long::longValue).single();
    }

    Mono<Void> execute(Lane lane, List<BoundStatement> statements) {
        return Flux.fromIterable(statements)
                .concatMap(statement -> execute(lane, statement))
                .then();
    }

    private <T> Flux<T> watched(BoundStatement statement, Flux<T> rows) {
        return watched(statement, rows, row -> 1);
    }

    /** Listeners are told of errors as the caller sees them: those of drivers quote values. */
    private <T> Flux<T> watched(BoundStatement statement, Flux<T> source, ToLongFunction<? super T> rows) {
        return listeners.watch(
                statement, source.onErrorMap(error -> failures.ofStatement(error, statement.sql())), rows);
    }
}
