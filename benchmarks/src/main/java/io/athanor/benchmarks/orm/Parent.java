package io.athanor.benchmarks.orm;

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
@SequenceGenerator(name = "parent_sequence", sequenceName = "parent_sequence", allocationSize = UnitOfWork.BLOCK)
final class Parent {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "parent_sequence")
    @Nullable
    Long id;

    @Column(nullable = false)
    String name = "";

    @Column(nullable = false)
    Instant created = Instant.EPOCH;

    @OneToMany(mappedBy = "parent", cascade = CascadeType.ALL, orphanRemoval = true)
    List<Child> children = new ArrayList<>();
}
