package io.athanor.orm;

import io.athanor.orm.mapping.Computed;
import io.athanor.orm.mapping.DynamicEntityTable;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.sql.TextExpression;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Transient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hierarchies of each kind with a deferred column and a computed attribute. */
final class Fleet {
    private Fleet() {}

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Vehicle {
        @Id
        long id;

        @Nullable
        String name;

        @Basic(fetch = FetchType.LAZY)
        @Nullable
        String papers;

        @Transient
        @Nullable
        String label;
    }

    @Entity
    static class Truck extends Vehicle {
        @Basic(fetch = FetchType.LAZY)
        @Nullable
        String freight;

        int axles;
    }

    @Entity
    static class Vessel {
        @Id
        long id;

        @Nullable
        String name;

        @Basic(fetch = FetchType.LAZY)
        @Nullable
        String papers;

        @Transient
        @Nullable
        String label;
    }

    @Entity
    static class Ferry extends Vessel {
        @Basic(fetch = FetchType.LAZY)
        @Nullable
        String timetable;
    }

    @Entity
    @SecondaryTable(name = "plane_detail")
    static class Plane {
        @Id
        long id;

        @Basic(fetch = FetchType.LAZY)
        @jakarta.persistence.Column(table = "plane_detail")
        @Nullable
        String manual;

        @Nullable
        String name;
    }

    private static final EntityModel PLAIN =
            EntityModel.of(Vehicle.class, Truck.class, Vessel.class, Ferry.class, Plane.class);

    private static TextExpression label(DynamicEntityTable<?, ?> table) {
        return table.text("name").concat("!");
    }

    static final List<Computed<?, ?, ?>> COMPUTED = List.of(
            PLAIN.<Vehicle, Long>table(Vehicle.class).<TextExpression>computed("label", Fleet::label),
            PLAIN.<Vessel, Long>table(Vessel.class).<TextExpression>computed("label", Fleet::label));

    static final EntityModel MODEL = EntityModel.builder()
            .add(Vehicle.class, Truck.class, Vessel.class, Ferry.class, Plane.class)
            .computed(COMPUTED.toArray(Computed<?, ?, ?>[]::new))
            .build();
    static final DynamicEntityTable<Vehicle, Long> VEHICLE = MODEL.table(Vehicle.class);
    static final DynamicEntityTable<Truck, Long> TRUCK = MODEL.table(Truck.class);
    static final DynamicEntityTable<Vessel, Long> VESSEL = MODEL.table(Vessel.class);
    static final DynamicEntityTable<Ferry, Long> FERRY = MODEL.table(Ferry.class);
    static final DynamicEntityTable<Plane, Long> PLANE = MODEL.table(Plane.class);
}
