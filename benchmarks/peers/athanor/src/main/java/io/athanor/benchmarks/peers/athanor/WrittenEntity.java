package io.athanor.benchmarks.peers.athanor;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row that is written by its key. */
@Entity
@Table(name = "written")
final class WrittenEntity extends Stored {
    @Id
    Long id = 0L;
}
