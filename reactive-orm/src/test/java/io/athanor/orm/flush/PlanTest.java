package io.athanor.orm.flush;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.orm.state.EntityKey;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.SessionState;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Plans are made without a database. */
class PlanTest {
    private static final EntityModel MODEL = EntityModel.of(Garage.class, Car.class, Tire.class, Driver.class);

    private final SessionState session = new SessionState(true);
    private final Flush flush = new Flush(MODEL, 1000);

    private String plan() {
        Loading nothing = (relationship, owners) ->
                Mono.fromRunnable(() -> owners.forEach(owner -> session.load(owner, relationship, List.of())));
        Changes changes = Collecting.of(session, MODEL, nothing).block();
        return changes == null ? "" : flush.plan(changes).toString();
    }

    private void add(Object entity) {
        session.add(MODEL.mapping(entity.getClass()), entity);
    }

    /** Has a row of this id. */
    private <E> E stored(E entity, long id) {
        EntityMapping<?> mapping = MODEL.mapping(entity.getClass());
        mapping.key().get(0).set(entity, id);
        session.written(session.add(mapping, entity), EntityKey.of(mapping, List.of(id)));
        return entity;
    }

    private EntityState state(Object entity) {
        return Objects.requireNonNull(session.of(entity));
    }

    @Test
    void shouldBeNothingForNothing() {
        stored(new Car("Beetle"), 1);

        assertThat(plan()).isEmpty();
    }

    @Test
    void shouldInsertInTheOrderOfForeignKeysAndLinkLast() {
        Car car = new Car("Beetle");
        car.garage = new Garage();
        car.tires.addAll(List.of(new Tire(), new Tire(), new Tire(), new Tire()));
        car.drivers.addAll(List.of(new Driver(), new Driver()));
        add(car);

        assertThat(plan())
                .isEqualTo("insert garage x1 / insert car x1 / insert tire x4 / insert driver x2"
                        + " / link car_drivers x2");
    }

    @Test
    void shouldUpdateByColumns() {
        Car beetle = stored(new Car("Beetle"), 1);
        Car mini = stored(new Car("Mini"), 2);
        Car other = stored(new Car("Other"), 3);
        beetle.name = "VW";
        mini.name = "BMC";
        other.garage = stored(new Garage(), 4);

        assertThat(plan()).isEqualTo("update car x2 / update car x1");
    }

    @Test
    void shouldDeleteBeforeItInserts() {
        Car beetle = stored(new Car("Beetle"), 1);
        session.delete(state(beetle));
        add(new Car("Beetle"));

        assertThat(plan()).isEqualTo("delete car x1 / insert car x1");
    }

    @Test
    void shouldDeleteLastWhatOthersLeaveForWhatIsNew() {
        Garage old = stored(new Garage(), 1);
        Car beetle = new Car("Beetle");
        beetle.garage = old;
        stored(beetle, 2);
        session.delete(state(old));
        beetle.garage = new Garage();

        assertThat(plan()).isEqualTo("insert garage x1 / update car x1 / delete garage x1");
    }

    @Test
    void shouldDeleteChildrenFirst() {
        Car car = new Car("Beetle");
        Tire tire = new Tire();
        tire.car = car;
        car.tires.add(tire);
        stored(car, 1);
        stored(tire, 2);
        session.delete(state(car));

        assertThat(plan()).isEqualTo("delete tire x1 / delete car x1");
    }

    @Test
    void shouldMakeTheSamePlanOfTheSameChanges() {
        Car car = new Car("Beetle");
        car.drivers.add(new Driver());
        add(car);

        assertThat(plan()).isEqualTo(plan()).isNotEmpty();
    }

    @Entity
    static class Garage {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }

    @Entity
    static class Car {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String name;

        @ManyToOne
        @Nullable
        Garage garage;

        @OneToMany(mappedBy = "car", cascade = CascadeType.ALL)
        List<Tire> tires = new ArrayList<>();

        @ManyToMany
        Set<Driver> drivers = new LinkedHashSet<>();

        Car() {}

        Car(String name) {
            this.name = name;
        }
    }

    @Entity
    static class Tire {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @ManyToOne
        @Nullable
        Car car;
    }

    @Entity
    static class Driver {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }
}
