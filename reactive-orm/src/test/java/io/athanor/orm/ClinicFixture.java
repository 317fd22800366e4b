package io.athanor.orm;

import static io.athanor.orm.Clinic.ANIMAL;
import static io.athanor.orm.Clinic.NOTE;
import static io.athanor.orm.Clinic.OWNER;
import static io.athanor.orm.Clinic.PAYMENT;
import static io.athanor.orm.Clinic.VISIT;
import static io.athanor.sql.Sql.select;

import io.athanor.orm.Clinic.Cat;
import io.athanor.orm.Clinic.Dog;
import io.athanor.orm.Clinic.Owner;
import io.athanor.orm.Clinic.Puppy;
import io.athanor.orm.Clinic.Visit;
import io.athanor.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A clinic with an owner, two dogs, one of them a puppy, a cat, and a visit. */
abstract class ClinicFixture extends HierarchyFixture {
    ClinicFixture(TestDatabase database) {
        super(database, Clinic.MODEL);
    }

    /** Rex and Ann's puppy Pip, a child of Rex, are Ann's, and so is the cat Tom, Rex's enemy; Rex is her favourite. */
    @BeforeEach
    void fill() {
        within(session -> session.stream(select(VISIT))
                .doOnNext(session::delete)
                .then(session.stream(select(OWNER)).doOnNext(session::delete).then())
                .then(session.stream(select(PAYMENT)).doOnNext(session::delete).then())
                .then(session.stream(select(NOTE)).doOnNext(session::delete).then())
                .then(session.stream(select(ANIMAL)).doOnNext(session::delete).then()));
        doing(session -> {
            Owner ann = new Owner("Ann");
            Cat tom = new Cat("Tom");
            tom.size = 3;
            Dog rex = new Dog("Rex", "collie");
            rex.size = 70;
            rex.enemy = tom;
            rex.marks.add("scar");
            Puppy pip = new Puppy("Pip", 7);
            pip.mother = rex;
            ann.animals.addAll(List.of(rex, pip, tom));
            ann.favourite = rex;
            session.add(ann);
            session.add(new Visit(rex));
        });
        statements();
        plans();
    }
}
