package io.athanor.benchmarks.peers.hibernate;

import io.athanor.benchmarks.peers.Checks;
import io.athanor.benchmarks.peers.Item;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.OffsetDateTime;

/** What all items have but their key. */
@MappedSuperclass
abstract class Stored {
    int quantity;

    @Column(nullable = false)
    String name = "";

    @Column(nullable = false)
    OffsetDateTime created = OffsetDateTime.MIN;

    @Column(nullable = false, precision = 12, scale = 2)
    BigDecimal price = BigDecimal.ZERO;

    final void set(Item item) {
        quantity = item.quantity();
        name = item.name();
        created = item.created();
        price = item.price();
    }

    final long check(Long id) {
        return Checks.item(id, quantity, name, created.toEpochSecond(), price);
    }

    final long unchanged(Long id) {
        return Checks.unchanged(id, name, created.toEpochSecond(), price);
    }
}
