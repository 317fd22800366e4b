package io.athanor.benchmarks.peers.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row that is read by key. */
@Entity
@Table(name = "item")
class ItemEntity extends Stored {
    @Id
    Long id = 0L;
}
