package io.athanor.benchmarks.peers.athanor;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row that is read, changed and written. */
@Entity
@Table(name = "changing")
final class ChangingEntity extends Stored {
    @Id
    Long id = 0L;
}
