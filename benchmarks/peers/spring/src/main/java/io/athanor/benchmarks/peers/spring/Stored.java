package io.athanor.benchmarks.peers.spring;

import io.athanor.benchmarks.peers.Checks;
import io.athanor.benchmarks.peers.Item;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** What all items have. */
abstract class Stored {
    @Id
    @Nullable
    Long id;

    int quantity;

    String name = "";

    OffsetDateTime created = OffsetDateTime.MIN;

    BigDecimal price = BigDecimal.ZERO;

    final void set(Item item) {
        quantity = item.quantity();
        name = item.name();
        created = item.created();
        price = item.price();
    }

    final Long id() {
        return Objects.requireNonNull(id);
    }

    final long check() {
        return Checks.item(id(), quantity, name, created.toEpochSecond(), price);
    }

    final long unchanged() {
        return Checks.unchanged(id(), name, created.toEpochSecond(), price);
    }
}
