package io.athanor.benchmarks.peers.athanor;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row that is read by key. */
@Entity
@Table(name = "item")
final class ItemEntity extends Stored {
    @Id
    Long id = 0L;
}
