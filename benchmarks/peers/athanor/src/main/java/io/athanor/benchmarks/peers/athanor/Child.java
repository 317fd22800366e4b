package io.athanor.benchmarks.peers.athanor;

import io.athanor.benchmarks.peers.UnitOfWork;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.jspecify.annotations.Nullable;

/** Of a parent. */
@Entity
@SequenceGenerator(name = "child_block", sequenceName = "child_block", allocationSize = UnitOfWork.BLOCK)
final class Child {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "child_block")
    @Nullable
    Long id;

    @ManyToOne(optional = false)
    @Nullable
    Parent parent;

    @Column(nullable = false, columnDefinition = "text")
    String name = "";

    int quantity;

    Child() {}

    Child(String name, int quantity) {
        this.name = name;
        this.quantity = quantity;
    }
}
