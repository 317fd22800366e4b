package io.athanor.orm;

import static io.athanor.orm.Fleet.FERRY;
import static io.athanor.orm.Fleet.PLANE;
import static io.athanor.orm.Fleet.TRUCK;
import static io.athanor.orm.Fleet.VEHICLE;
import static io.athanor.orm.Fleet.VESSEL;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.Fleet.Ferry;
import io.athanor.orm.Fleet.Plane;
import io.athanor.orm.Fleet.Truck;
import io.athanor.orm.Fleet.Vehicle;
import io.athanor.orm.Fleet.Vessel;
import io.athanor.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every database gives of deferred columns and computed attributes of hierarchies. */
abstract class FleetCompliance extends ModelFixture {
    FleetCompliance(TestDatabase database) {
        super(database, Fleet.MODEL);
    }

    @Override
    void fill() {
        within(session -> {
            Truck truck = new Truck();
            truck.id = 1;
            truck.name = "Max";
            truck.papers = "old";
            truck.freight = "sand";
            truck.axles = 3;
            Ferry ferry = new Ferry();
            ferry.id = 2;
            ferry.name = "Ida";
            ferry.papers = "new";
            ferry.timetable = "daily";
            Plane plane = new Plane();
            plane.id = 3;
            plane.manual = "thick";
            plane.name = "Joe";
            session.addAll(List.of(truck, ferry, plane));
            return session.flush();
        });
    }

    @Test
    void shouldServeWhereClassesHaveTablesOfTheirOwn() {
        Vehicle vehicle = inSession(session -> session.one(select(VEHICLE)));
        Truck truck = inSession(session -> session.get(TRUCK, 1L)
                .doOnNext(found -> assertThat(found.freight).isNull())
                .flatMap(found -> session.load(found, TRUCK.text("freight"), TRUCK.text("papers"))));

        assertThat(vehicle.papers).isNull();
        assertThat(((Truck) vehicle).freight).isNull();
        assertThat(((Truck) vehicle).axles).isEqualTo(3);
        assertThat(vehicle.label).isEqualTo("Max!");
        assertThat(truck.label).isEqualTo("Max!");
        assertThat(truck.freight).isEqualTo("sand");
        assertThat(truck.papers).isEqualTo("old");
    }

    @Test
    void shouldServeWhereClassesShareATable() {
        Vessel vessel = inSession(session -> session.one(select(VESSEL.including(VESSEL.text("papers")))));
        Ferry ferry = inSession(
                session -> session.get(FERRY, 2L).flatMap(found -> session.load(found, FERRY.text("timetable"))));

        assertThat(vessel.papers).isEqualTo("new");
        assertThat(((Ferry) vessel).timetable).isNull();
        assertThat(vessel.label).isEqualTo("Ida!");
        assertThat(ferry.label).isEqualTo("Ida!");
        assertThat(ferry.timetable).isEqualTo("daily");
    }

    @Test
    void shouldServeInASecondaryTable() {
        Plane plane = inSession(session -> session.get(PLANE, 3L)
                .doOnNext(found -> assertThat(found.manual).isNull())
                .doOnNext(found -> found.name = "Jim")
                .flatMap(found -> session.load(found, PLANE.text("manual"))));

        assertThat(plane.manual).isEqualTo("thick");
    }

    @Test
    void shouldNotWriteWhatWasNotRead() {
        within(session -> session.get(TRUCK, 1L).doOnNext(truck -> truck.name = "Moritz"));
        within(session -> session.get(PLANE, 3L).doOnNext(plane -> plane.name = "Jim"));
        Truck truck =
                inSession(session -> session.one(select(TRUCK.including(TRUCK.text("freight"), TRUCK.text("papers")))));
        Plane plane = inSession(session -> session.one(select(PLANE.including(PLANE.text("manual")))));

        assertThat(truck.name).isEqualTo("Moritz");
        assertThat(truck.freight).isEqualTo("sand");
        assertThat(truck.papers).isEqualTo("old");
        assertThat(plane.manual).isEqualTo("thick");
    }
}
