package io.athanor.engine;

import io.athanor.sql.Batch;
import io.athanor.sql.Binding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a chunk of a batch is full: by its rows, or by what its texts and bytes weigh. Confined to one subscription. */
final class ChunkLimit<S> {
    private static final long MAX_WEIGHT = 4L << 20;

    private final int maxRows;
    private final List<Binding<S, ?>> heavy;
    private int rows;
    private long weight;

    ChunkLimit(Batch<S> batch, int maxRows) {
        this.maxRows = maxRows;
        this.heavy = batch.bindings().stream()
                .filter(binding -> isHeavy(binding.column().type().javaType()))
                .toList();
    }

    /** Whether the chunk is full with this element as its last. */
    boolean isReachedWith(S element) {
        rows++;
        for (Binding<S, ?> binding : heavy) {
            weight += weight(binding.getter().apply(element));
        }
        if (rows < maxRows && weight < MAX_WEIGHT) {
            return false;
        }
        rows = 0;
        weight = 0;
        return true;
    }

    private static boolean isHeavy(Class<?> type) {
        return type == String.class || type == byte[].class;
    }

    private static long weight(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        return value instanceof byte[] bytes ? bytes.length : 0;
    }
}
