package io.athanor.orm;

import io.athanor.orm.mapping.DynamicEntityTable;
import io.athanor.orm.mapping.EntityModel;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Classes with a table each, joined by their keys. */
final class Clinic {
    static final EntityModel MODEL = EntityModel.of(
            Owner.class,
            Visit.class,
            Animal.class,
            Dog.class,
            Puppy.class,
            Cat.class,
            Payment.class,
            Cash.class,
            Transfer.class,
            Note.class,
            Letter.class);
    static final DynamicEntityTable<Owner, Long> OWNER = MODEL.table(Owner.class);
    static final DynamicEntityTable<Visit, Long> VISIT = MODEL.table(Visit.class);
    static final DynamicEntityTable<Animal, Long> ANIMAL = MODEL.table(Animal.class);
    static final DynamicEntityTable<Dog, Long> DOG = MODEL.table(Dog.class);
    static final DynamicEntityTable<Puppy, Long> PUPPY = MODEL.table(Puppy.class);
    static final DynamicEntityTable<Cat, Long> CAT = MODEL.table(Cat.class);
    static final DynamicEntityTable<Payment, Long> PAYMENT = MODEL.table(Payment.class);
    static final DynamicEntityTable<Note, UUID> NOTE = MODEL.table(Note.class);

    private Clinic() {}

    @Entity
    static class Owner {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String name;

        @OneToMany(mappedBy = "owner", cascade = CascadeType.ALL)
        @OrderBy("name")
        List<Animal> animals = new ArrayList<>();

        @ManyToOne
        @Nullable
        Dog favourite;

        @ManyToMany
        Set<Animal> guests = new LinkedHashSet<>();

        Owner() {}

        Owner(String name) {
            this.name = name;
        }
    }

    @Entity
    static class Visit {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @ManyToOne
        @Nullable
        Animal animal;

        @ManyToOne
        @Nullable
        Cat cat;

        Visit() {}

        Visit(@Nullable Animal animal) {
            this.animal = animal;
        }
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    abstract static class Animal {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        @Version
        int version;

        @Column(nullable = false, unique = true)
        @Nullable
        String name;

        @ManyToOne
        @Nullable
        Owner owner;

        @ManyToOne
        @Nullable
        Animal mother;

        @OneToMany(mappedBy = "mother")
        @OrderBy("name")
        List<Animal> children = new ArrayList<>();

        @OneToMany(mappedBy = "animal", cascade = CascadeType.REMOVE)
        List<Visit> visits = new ArrayList<>();

        @ElementCollection
        Set<String> marks = new LinkedHashSet<>();
    }

    @Entity
    @PrimaryKeyJoinColumn(name = "dog_id")
    static class Dog extends Animal {
        @Nullable
        String breed;

        @Nullable
        Integer size;

        @ManyToOne
        @Nullable
        Cat enemy;

        @ManyToOne
        @Nullable
        Dog leader;

        @OneToMany(mappedBy = "leader")
        List<Dog> pack = new ArrayList<>();

        Dog() {}

        Dog(String name, String breed) {
            this.name = name;
            this.breed = breed;
        }
    }

    @Entity
    static class Puppy extends Dog {
        int weeks;

        Puppy() {}

        Puppy(String name, int weeks) {
            super(name, "mixed");
            this.weeks = weeks;
        }
    }

    @Entity
    @Table(name = "cats")
    static class Cat extends Animal {
        @Nullable
        Integer size;

        int lives = 9;

        @OneToMany(mappedBy = "cat")
        List<Visit> alone = new ArrayList<>();

        @OneToMany(mappedBy = "enemy")
        @OrderBy("name desc")
        List<Dog> enemies = new ArrayList<>();

        Cat() {}

        Cat(String name) {
            this.name = name;
        }
    }

    /** Says in a column of which class it is, and takes its key from a sequence. */
    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    @DiscriminatorColumn(name = "kind", length = 10)
    @DiscriminatorValue("any")
    static class Payment {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @Nullable
        Long id;

        int amount;
    }

    @Entity
    @DiscriminatorValue("cash")
    static class Cash extends Payment {
        @Nullable
        String currency;
    }

    @Entity
    @DiscriminatorValue("transfer")
    static class Transfer extends Payment {
        @Nullable
        String iban;
    }

    /** Has a key that is made by the application. */
    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Note {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        @Nullable
        UUID id;

        @Nullable
        String text;
    }

    @Entity
    static class Letter extends Note {
        @Nullable
        String address;
    }
}
