package io.athanor.benchmarks.peers.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of a large table. */
@Entity
@Table(name = "big")
class BigEntity extends Stored {
    @Id
    Long id = 0L;
}
