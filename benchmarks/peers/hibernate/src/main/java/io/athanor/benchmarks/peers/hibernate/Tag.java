package io.athanor.benchmarks.peers.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Of many books. */
@Entity
class Tag {
    @Id
    Long id = 0L;

    String name = "";
}
