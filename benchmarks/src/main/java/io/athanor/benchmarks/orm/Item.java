package io.athanor.benchmarks.orm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of eight columns of the usual types, alone. */
@Entity
final class Item {
    @Id
    @Nullable
    Long id;

    @Column(nullable = false)
    String name = "";

    @Column(nullable = false, length = 20)
    String category = "";

    int quantity;

    @Column(nullable = false, precision = 12, scale = 2)
    BigDecimal price = BigDecimal.ZERO;

    boolean available;

    @Column(nullable = false)
    Instant created = Instant.EPOCH;

    @Nullable
    String note;
}
