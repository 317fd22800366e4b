package io.athanor.benchmarks.peers.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row that is read, changed and written. */
@Entity
@Table(name = "changing")
class ChangingEntity extends Stored {
    @Id
    Long id = 0L;
}
