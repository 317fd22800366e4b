package io.athanor.benchmarks.peers.athanor;

import io.athanor.benchmarks.peers.Checks;
import io.athanor.benchmarks.peers.Item;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.Instant;

/** What all items have but their key. */
@MappedSuperclass
abstract class Stored {
    int quantity;

    @Column(nullable = false, columnDefinition = "text")
    String name = "";

    @Column(nullable = false)
    Instant created = Instant.EPOCH;

    @Column(nullable = false, precision = 12, scale = 2)
    BigDecimal price = BigDecimal.ZERO;

    final void set(Item item) {
        quantity = item.quantity();
        name = item.name();
        created = item.created().toInstant();
        price = item.price();
    }

    final long check(Long id) {
        return Checks.item(id, quantity, name, created.getEpochSecond(), price);
    }

    final long unchanged(Long id) {
        return Checks.unchanged(id, name, created.getEpochSecond(), price);
    }
}
