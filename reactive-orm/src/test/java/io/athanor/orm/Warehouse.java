package io.athanor.orm;

import io.athanor.orm.mapping.DynamicEntityTable;
import io.athanor.orm.mapping.EntityModel;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entities with secondary tables. */
final class Warehouse {
    static final EntityModel MODEL = EntityModel.of(Item.class, Maker.class, Vehicle.class, Lorry.class, Bicycle.class);
    static final DynamicEntityTable<Item, Long> ITEM = MODEL.table(Item.class);
    static final DynamicEntityTable<Maker, Long> MAKER = MODEL.table(Maker.class);
    static final DynamicEntityTable<Vehicle, Long> VEHICLE = MODEL.table(Vehicle.class);
    static final DynamicEntityTable<Lorry, Long> LORRY = MODEL.table(Lorry.class);

    private Warehouse() {}

    @Entity
    static class Maker {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String name;

        @OneToMany(mappedBy = "maker")
        List<Item> items = new ArrayList<>();
    }

    @Embeddable
    static class Measure {
        @Column(table = "item_measure")
        @Nullable
        Integer width;

        @Column(table = "item_measure")
        @Nullable
        Integer height;
    }

    @Entity
    @SecondaryTable(name = "item_text", pkJoinColumns = @PrimaryKeyJoinColumn(name = "item_id"))
    @SecondaryTable(name = "item_measure")
    static class Item {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Version
        int version;

        @Nullable
        String name;

        @Column(name = "name", table = "item_text")
        @Nullable
        String longName;

        @Column(table = "item_text", columnDefinition = "text")
        @Nullable
        String description;

        @Embedded
        @Nullable
        Measure measure;

        @ManyToOne
        @JoinColumn(table = "item_text")
        @Nullable
        Maker maker;

        Item() {}

        Item(String name) {
            this.name = name;
        }
    }

    @Entity
    @DiscriminatorColumn(name = "kind")
    abstract static class Vehicle {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String plate;
    }

    /** In the table of all vehicles, but for what is beside it. */
    @Entity
    @SecondaryTable(name = "lorry")
    static class Lorry extends Vehicle {
        int wheels;

        @Column(table = "lorry")
        @Nullable
        Integer load;
    }

    @Entity
    static class Bicycle extends Vehicle {
        int gears;
    }
}
