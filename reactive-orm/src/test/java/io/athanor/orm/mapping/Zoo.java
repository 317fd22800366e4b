package io.athanor.orm.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hierarchy in a single table. */
final class Zoo {
    static final EntityModel MODEL = EntityModel.of(Dog.class, Cat.class, Animal.class, Puppy.class, Keeper.class);

    private Zoo() {}

    @Entity
    @DiscriminatorColumn(name = "species", length = 10)
    abstract static class Animal {
        @Id
        long id;

        @Nullable
        String name;

        @ManyToOne
        @Nullable
        Keeper keeper;
    }

    @Entity
    @DiscriminatorValue("dog")
    static class Dog extends Animal {
        @Column(nullable = false)
        boolean barks;

        @ManyToOne
        @Nullable
        Cat enemy;
    }

    @Entity
    @DiscriminatorValue("puppy")
    static class Puppy extends Dog {
        int weeks;
    }

    @Entity
    @DiscriminatorValue("cat")
    static class Cat extends Animal {
        int lives;
    }

    @Entity
    static class Keeper {
        @Id
        long id;

        @OneToMany(mappedBy = "keeper")
        List<Animal> animals = new ArrayList<>();
    }
}
