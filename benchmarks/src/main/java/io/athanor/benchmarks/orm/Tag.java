package io.athanor.benchmarks.orm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** A hundred in all; three for each book. */
@Entity
final class Tag {
    @Id
    @Nullable
    Long id;

    @Column(nullable = false)
    String name = "";
}
