package io.athanor.benchmarks.peers.athanor;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row that is inserted; its key comes from a block. */
@Entity
@Table(name = "inserted")
@SequenceGenerator(name = "inserted_block", sequenceName = "inserted_block", allocationSize = 1_000)
final class InsertedEntity extends Stored {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inserted_block")
    @Nullable
    Long id;
}
