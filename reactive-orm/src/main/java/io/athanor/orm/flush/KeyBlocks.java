package io.athanor.orm.flush;

import io.athanor.engine.Transaction;
import io.athanor.orm.mapping.Generation.BySequence;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.sql.Expression;
import io.athanor.sql.Sequence;
import io.athanor.sql.Sql;
import io.athanor.sql.ValuesSource;
import io.athanor.types.Types;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keys taken from sequences in blocks, for all sessions of an engine: a number {@code n} of a sequence stands for the keys
 * from {@code n - block + 1} to {@code n}, as with Hibernate's pooled optimizer, so that both can share a database. Safe for
 * threads. Keys that were taken and not used are not used ever: sequences have gaps.
 */
public final class KeyBlocks {
    private final Map<Sequence, Deque<Long>> free = new HashMap<>();

    /** Gives a key to every new row that wants one from a sequence: one statement for each sequence whose block is used up. */
    Mono<Void> assign(List<RowChange> rows, Transaction transaction) {
        return Mono.defer(() -> {
            Map<BySequence, List<Wanting>> wanting = new LinkedHashMap<>();
            for (RowChange row : rows) {
                for (MappedColumn column : row.mapping().columns()) {
                    if (column.generation() instanceof BySequence sequence
                            && !row.values().containsKey(column.column())) {
                        wanting.computeIfAbsent(sequence, key -> new ArrayList<>())
                                .add(new Wanting(row, column));
                    }
                }
            }
            return Flux.fromIterable(wanting.entrySet())
                    .concatMap(entry -> assign(entry.getKey(), entry.getValue(), transaction))
                    .then();
        });
    }

    private Mono<Void> assign(BySequence from, List<Wanting> wanting, Transaction transaction) {
        List<Long> ready = take(from.sequence(), wanting.size());
        int missing = wanting.size() - ready.size();
        if (missing == 0) {
            give(wanting, ready);
            return Mono.empty();
        }
        int block = from.allocationSize();
        return numbers(from.sequence(), (missing + block - 1) / block, transaction)
                .collectList()
                .doOnNext(numbers -> {
                    List<Long> fresh = new ArrayList<>();
                    numbers.forEach(number -> addBlock(from, number, fresh));
                    List<Long> all = new ArrayList<>(ready);
                    all.addAll(fresh.subList(0, Math.min(missing, fresh.size())));
                    keep(from.sequence(), fresh.subList(Math.min(missing, fresh.size()), fresh.size()));
                    give(wanting, all);
                })
                .flatMap(numbers -> {
                    List<Wanting> rest = wanting.stream()
                            .filter(each -> !each.row.made().containsKey(each.column))
                            .toList();
                    return rest.isEmpty() ? Mono.empty() : assign(from, rest, transaction);
                });
    }

    private static void addBlock(BySequence from, long number, List<Long> keys) {
        Long start = from.sequence().start();
        for (long key = Math.max(number - from.allocationSize() + 1, start == null ? 1 : start); key <= number; key++) {
            keys.add(key);
        }
    }

    private static Flux<Long> numbers(Sequence sequence, int count, Transaction transaction) {
        Expression<Long> next = sequence.nextValue();
        if (count == 1) {
            return transaction.one(Sql.select(next)).flux();
        }
        Expression<Integer> name = Sql.column("n", Types.INTEGER);
        ValuesSource rows = Sql.values("numbers", List.of(name), Collections.nCopies(count, List.of(0)));
        return transaction.stream(Sql.select(next).from(rows)).sort();
    }

    private static void give(List<Wanting> wanting, List<Long> keys) {
        for (int i = 0; i < Math.min(keys.size(), wanting.size()); i++) {
            wanting.get(i).take(keys.get(i));
        }
    }

    private synchronized List<Long> take(Sequence sequence, int count) {
        Deque<Long> keys = free.getOrDefault(sequence, new ArrayDeque<>());
        List<Long> taken = new ArrayList<>();
        while (taken.size() < count && !keys.isEmpty()) {
            taken.add(keys.removeFirst());
        }
        return taken;
    }

    private synchronized void keep(Sequence sequence, List<Long> keys) {
        free.computeIfAbsent(sequence, key -> new ArrayDeque<>()).addAll(keys);
    }

    /** A row that wants a number for a column. */
    private record Wanting(RowChange row, MappedColumn column) {
        void take(long number) {
            Class<?> type = column.column().type().javaType();
            Object value = type == Integer.class
                    ? (Object) Math.toIntExact(number)
                    : type == Short.class ? (Object) (short) number : (Object) number;
            row.made().put(column, value);
            row.values().put(column.column(), new Value.Given(value));
        }
    }
}
