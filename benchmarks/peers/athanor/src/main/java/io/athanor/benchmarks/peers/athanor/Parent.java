package io.athanor.benchmarks.peers.athanor;

import io.athanor.benchmarks.peers.UnitOfWork;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the unit of work inserts first. */
@Entity
@SequenceGenerator(name = "parent_block", sequenceName = "parent_block", allocationSize = UnitOfWork.BLOCK)
final class Parent {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "parent_block")
    @Nullable
    Long id;

    @Column(nullable = false, columnDefinition = "text")
    String name = "";

    @Column(nullable = false)
    Instant created = Instant.EPOCH;

    @OneToMany(mappedBy = "parent", cascade = CascadeType.ALL, orphanRemoval = true)
    List<Child> children = new ArrayList<>();
}
