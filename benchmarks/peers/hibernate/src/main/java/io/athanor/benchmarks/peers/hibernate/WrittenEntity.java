package io.athanor.benchmarks.peers.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row that is written by its key. */
@Entity
@Table(name = "written")
class WrittenEntity extends Stored {
    @Id
    Long id = 0L;
}
