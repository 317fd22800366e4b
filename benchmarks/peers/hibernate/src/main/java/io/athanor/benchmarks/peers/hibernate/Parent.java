package io.athanor.benchmarks.peers.hibernate;

import io.athanor.benchmarks.peers.UnitOfWork;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the unit of work inserts first. */
@Entity
class Parent {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "parent_block")
    @SequenceGenerator(name = "parent_block", sequenceName = "parent_block", allocationSize = UnitOfWork.BLOCK)
    @Nullable
    Long id;

    String name = "";

    OffsetDateTime created = OffsetDateTime.MIN;

    @OneToMany(mappedBy = "parent", cascade = CascadeType.PERSIST)
    List<Child> children = new ArrayList<>();

    static List<Parent> all(UnitOfWork work) {
        List<Parent> parents = new ArrayList<>();
        for (int i = 0; i < work.parents(); i++) {
            Parent parent = new Parent();
            parent.name = work.parentName(i);
            parent.created = work.created(i);
            for (int row = i * UnitOfWork.CHILDREN; row < (i + 1) * UnitOfWork.CHILDREN; row++) {
                parent.children.add(new Child(parent, work.childName(row), work.quantity(row)));
            }
            parents.add(parent);
        }
        return parents;
    }

    /** Changes the first children; gives the last, taken from their parents, to be removed. */
    static List<Child> change(List<Parent> parents, UnitOfWork work) {
        for (Parent parent : parents.subList(0, work.changed() / UnitOfWork.CHILDREN)) {
            for (Child child : parent.children) {
                child.quantity = work.changedQuantity(child.quantity);
                child.name = work.changedName(child.name);
            }
        }
        List<Child> removed = new ArrayList<>();
        int kept = parents.size() - work.deleted() / UnitOfWork.CHILDREN;
        for (Parent parent : parents.subList(kept, parents.size())) {
            removed.addAll(parent.children);
            parent.children.clear();
        }
        return removed;
    }
}
