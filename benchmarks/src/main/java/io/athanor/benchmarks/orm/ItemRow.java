package io.athanor.benchmarks.orm;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an {@link Item} holds, as the core reads it. */
record ItemRow(
        long id,
        String name,
        String category,
        int quantity,
        BigDecimal price,
        boolean available,
        Instant created,
        @Nullable String note) {}
