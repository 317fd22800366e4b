package io.athanor.benchmarks.peers.hibernate;

import io.athanor.benchmarks.peers.UnitOfWork;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.jspecify.annotations.Nullable;

/** Of a parent. */
@Entity
class Child {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "child_block")
    @SequenceGenerator(name = "child_block", sequenceName = "child_block", allocationSize = UnitOfWork.BLOCK)
    @Nullable
    Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    @Nullable
    Parent parent;

    String name = "";

    int quantity;

    Child() {}

    Child(Parent parent, String name, int quantity) {
        this.parent = parent;
        this.name = name;
        this.quantity = quantity;
    }
}
