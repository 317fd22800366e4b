package io.athanor.benchmarks.orm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Five for each parent. */
@Entity
@Table(indexes = @Index(columnList = "parent_id"))
@SequenceGenerator(name = "child_sequence", sequenceName = "child_sequence", allocationSize = UnitOfWork.BLOCK)
final class Child {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "child_sequence")
    @Nullable
    Long id;

    @ManyToOne(optional = false)
    @Nullable
    Parent parent;

    @Column(nullable = false)
    String name = "";

    int quantity;

    Child() {}

    Child(String name, int quantity) {
        this.name = name;
        this.quantity = quantity;
    }
}
