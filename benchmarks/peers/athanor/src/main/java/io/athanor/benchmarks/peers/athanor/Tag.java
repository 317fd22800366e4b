package io.athanor.benchmarks.peers.athanor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Of many books. */
@Entity
final class Tag {
    @Id
    Long id = 0L;

    @Column(nullable = false, columnDefinition = "text")
    String name = "";
}
