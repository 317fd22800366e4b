package io.athanor.benchmarks.peers.spring;

import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** What the unit of work inserts first. */
class Parent {
    @Id
    @Nullable
    Long id;

    String name = "";

    OffsetDateTime created = OffsetDateTime.MIN;

    final Long id() {
        return Objects.requireNonNull(id);
    }
}
