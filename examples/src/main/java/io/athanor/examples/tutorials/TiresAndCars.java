package io.athanor.examples.tutorials;

import static io.athanor.examples.tutorials.CarTable.CAR;
import static io.athanor.examples.tutorials.TireTable.TIRE;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.select;

import io.athanor.examples.story.Program;
import io.athanor.examples.story.Step;
import io.athanor.examples.story.Story;
import io.athanor.orm.Session;
import io.athanor.orm.mapping.EntityModel;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Many-to-one: tires are on a car that does not know them; it lives on without them, and they without it. */
public final class TiresAndCars implements Story {
    private static final EntityModel MODEL = EntityModel.of(Car.class, Tire.class);

    @Entity
    static final class Car {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        String name = "";

        Car() {}

        Car(String name) {
            this.name = name;
        }
    }

    @Entity
    static final class Tire {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        String position = "";

        @ManyToOne
        @Nullable
        Car car;

        Tire() {}

        Tire(String position, Car car) {
            this.position = position;
            this.car = car;
        }
    }

    /** Runs it on the database of a URL, or on one in memory. */
    public static void main(String[] arguments) {
        Program.run(arguments, new TiresAndCars());
    }

    @Override
    public String title() {
        return "Tires and cars: many-to-one";
    }

    @Override
    public EntityModel model() {
        return MODEL;
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("save-update: tires are added, and the car they are on with them", TiresAndCars::add),
                new Step("the default load: all tires in one statement, their cars in another", TiresAndCars::list),
                new Step("a reference is changed: one column of one row is updated", TiresAndCars::change),
                new Step("a condition on the car: no join is written by hand", TiresAndCars::find),
                new Step("no delete cascade: tires are taken off and deleted, the cars stay", TiresAndCars::scrap));
    }

    static Mono<String> add(Session session) {
        Car beetle = new Car("Beetle");
        List.of("front left", "front right", "rear left", "rear right")
                .forEach(position -> session.add(new Tire(position, beetle)));
        return session.flush().then(Mono.fromSupplier(() -> beetle.name + " has the id " + beetle.id));
    }

    static Mono<String> list(Session session) {
        return session.stream(select(TIRE).orderBy(TIRE.position.asc()))
                .map(TiresAndCars::described)
                .collect(Collectors.joining("\n"));
    }

    static Mono<String> change(Session session) {
        return session.one(select(TIRE).where(TIRE.position.eq("rear left")))
                .doOnNext(tire -> tire.car = new Car("Duck"))
                .flatMap(tire -> session.flush().thenReturn(tire))
                .map(TiresAndCars::described);
    }

    static Mono<String> find(Session session) {
        return session.stream(select(TIRE).where(TIRE.car.has(car -> car.name.like("D%"))))
                .map(TiresAndCars::described)
                .collect(Collectors.joining("\n"));
    }

    static Mono<String> scrap(Session session) {
        return session.stream(select(TIRE))
                .doOnNext(session::delete)
                .then(session.one(select(count()).from(CAR)))
                .map(cars -> cars + " cars are left");
    }

    private static String described(Tire tire) {
        return tire.position + " on " + (tire.car == null ? "no car" : tire.car.name);
    }
}
