package io.athanor.orm;

import static io.athanor.orm.Clinic.ANIMAL;
import static io.athanor.orm.Clinic.CAT;
import static io.athanor.orm.Clinic.DOG;
import static io.athanor.orm.Clinic.OWNER;
import static io.athanor.orm.Clinic.VISIT;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.Clinic.Animal;
import io.athanor.orm.Clinic.Cat;
import io.athanor.orm.Clinic.Dog;
import io.athanor.orm.Clinic.Owner;
import io.athanor.orm.Clinic.Puppy;
import io.athanor.orm.Clinic.Visit;
import io.athanor.sql.Sql;
import io.athanor.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Classes with a table each, joined by their keys, are read, on every database. */
abstract class JoinedCompliance extends ClinicFixture {
    JoinedCompliance(TestDatabase database) {
        super(database);
    }

    @Test
    void shouldReadEveryClassWithItsOwnColumns() {
        List<Animal> animals = rows(select(ANIMAL).orderBy(ANIMAL.text("name").asc()));

        assertThat(animals).hasExactlyElementsOfTypes(Puppy.class, Dog.class, Cat.class);
        assertThat(((Puppy) animals.get(0)).weeks).isEqualTo(7);
        assertThat(((Dog) animals.get(0)).breed).isEqualTo("mixed");
        assertThat(((Dog) animals.get(1)).size).isEqualTo(70);
        assertThat(((Cat) animals.get(2)).size).isEqualTo(3);
        assertThat(((Dog) animals.get(1)).enemy).isSameAs(animals.get(2));
    }

    @Test
    void shouldReadRowsOfAClassAndOfThoseBelowIt() {
        List<Dog> dogs = rows(select(DOG)
                .where(DOG.text("name").ne("nobody"))
                .orderBy(DOG.text("breed").asc(), DOG.text("name").asc()));

        assertThat(dogs).hasExactlyElementsOfTypes(Dog.class, Puppy.class);
        assertThat(dogs).extracting(dog -> dog.name).containsExactly("Rex", "Pip");
    }

    @Test
    void shouldSelectColumnsOfSeveralTables() {
        assertThat(rows(select(DOG.text("name"), DOG.text("breed"))
                        .from(DOG)
                        .where(DOG.number("size", Integer.class).gt(50))))
                .singleElement()
                .satisfies(row -> assertThat(row.get(DOG.text("breed"))).isEqualTo("collie"));
    }

    @Test
    void shouldAskUnderAnAlias() {
        var dog = DOG.as("d");

        assertThat(rows(select(dog).where(dog.text("name").eq("Rex")))).hasSize(1);
        assertThat(rows(select(dog).where(dog.get(DOG.text("name")).eq("Pip")))).hasOnlyElementsOfType(Puppy.class);
    }

    @Test
    void shouldReadObjectsWithoutASession() {
        List<Animal> animals = engine.stream(
                        select(ANIMAL).orderBy(ANIMAL.text("name").asc()))
                .collectList()
                .block(SOON);

        assertThat(animals).hasExactlyElementsOfTypes(Puppy.class, Dog.class, Cat.class);
        assertThat(((Dog) known(animals).get(1)).breed).isEqualTo("collie");
    }

    @Test
    void shouldLoadAPolymorphicReference() {
        List<Visit> visits = rows(select(VISIT));

        assertThat(visits).singleElement().satisfies(visit -> assertThat(visit.animal)
                .isInstanceOfSatisfying(Dog.class, dog -> assertThat(dog.breed).isEqualTo("collie")));
    }

    @Test
    void shouldLoadPolymorphicMembersBySelectIn() {
        var animals = OWNER.toMany("animals", Animal.class);

        List<Owner> owners = rows(select(OWNER.with(animals)));

        assertThat(owners.get(0).animals).hasExactlyElementsOfTypes(Puppy.class, Dog.class, Cat.class);
        assertThat(owners.get(0).favourite).isSameAs(owners.get(0).animals.get(1));
    }

    @Test
    void shouldLoadPolymorphicMembersByJoin() {
        var animals = OWNER.toMany("animals", Animal.class);

        List<Owner> owners = rows(select(OWNER.with(animals.joined())));

        assertThat(owners).hasSize(1);
        assertThat(owners.get(0).animals).hasExactlyElementsOfTypes(Puppy.class, Dog.class, Cat.class);
        assertThat(((Cat) owners.get(0).animals.get(2)).lives).isEqualTo(9);
    }

    @Test
    void shouldLoadPolymorphicMembersBySubquery() {
        var animals = OWNER.toMany("animals", Animal.class);

        List<Owner> owners = rows(
                select(OWNER.with(animals.subquery())).where(OWNER.text("name").eq("Ann")));

        assertThat(owners.get(0).animals).hasExactlyElementsOfTypes(Puppy.class, Dog.class, Cat.class);
    }

    @Test
    void shouldLoadWhatASubclassIsRelatedTo() {
        var enemies = CAT.toMany("enemies", Dog.class);

        for (var load : List.of(enemies.selectIn(), enemies.joined(), enemies.subquery())) {
            List<Cat> cats = rows(select(CAT.with(load)));

            assertThat(cats).hasSize(1);
            assertThat(cats.get(0).enemies).extracting(dog -> dog.name).containsExactly("Rex");
        }
    }

    @Test
    void shouldLoadWhatIsInheritedInAQueryOfTheSubclass() {
        var visits = DOG.toMany("visits", Visit.class);

        for (var load : List.of(visits.selectIn(), visits.joined(), visits.subquery())) {
            List<Dog> dogs = rows(
                    select(DOG.with(load)).where(DOG.text("name").eq("Rex")).limit(5));

            assertThat(dogs.get(0).visits).hasSize(1);
        }
    }

    @Test
    void shouldJoinMembersOfALimitedQuery() {
        var enemies = CAT.toMany("enemies", Dog.class);

        List<Cat> cats = rows(select(CAT.with(enemies.joined()))
                .orderBy(CAT.text("name").asc())
                .limit(1));

        assertThat(cats.get(0).enemies).hasSize(1);
    }

    @Test
    void shouldLoadDownATree() {
        var children = ANIMAL.toMany("children", Animal.class);

        List<Animal> animals = rows(select(ANIMAL.with(children.selectIn().recursive()))
                .where(ANIMAL.text("name").eq("Rex")));

        assertThat(animals.get(0).children).hasOnlyElementsOfType(Puppy.class);
        assertThat(animals.get(0).children.get(0).children).isEmpty();
    }

    @Test
    void shouldLoadCollectionsOfValues() {
        List<Animal> animals = rows(select(ANIMAL.with(ANIMAL.elements("marks")))
                .where(ANIMAL.text("name").eq("Rex")));

        assertThat(animals.get(0).marks).containsExactly("scar");
    }

    @Test
    void shouldAskByWhatIsRelated() {
        var animals = OWNER.toMany("animals", Animal.class);
        var favourite = OWNER.toOne("favourite", Dog.class);

        assertThat(rows(select(OWNER)
                        .where(animals.any(animal -> animal.text("name").eq("Pip")))))
                .hasSize(1);
        assertThat(rows(select(OWNER)
                        .where(favourite.has(dog -> dog.text("name").eq("Rex")))))
                .hasSize(1);
        assertThat(rows(select(OWNER)
                        .where(favourite.has(dog -> dog.text("breed").eq("poodle")))))
                .isEmpty();
    }

    @Test
    void shouldJoinAlongAPath() {
        var favourite = OWNER.toOne("favourite", Dog.class);

        assertThat(rows(select(OWNER.text("name"), DOG.text("breed"))
                        .from(OWNER)
                        .join(favourite)))
                .hasSize(1);
        assertThat(rows(select(VISIT.number("id", Long.class), ANIMAL.text("name"))
                        .from(VISIT)
                        .join(ANIMAL)
                        .where(ANIMAL.text("name").eq("Rex"))))
                .hasSize(1);
    }

    @Test
    void shouldGetByKeyInOneStatement() {
        List<Long> ids = rows(select(ANIMAL.number("id", Long.class)).from(ANIMAL));
        statements();

        List<Animal> animals = inSession(session ->
                Flux.fromIterable(ids).flatMap(id -> session.get(ANIMAL, id)).collectList());

        assertThat(animals).hasSize(3);
        assertThat(statements().stream().filter(sql -> sql.contains("from animal")))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void shouldNotGetAnotherClass() {
        Long id = known(rows(select(CAT)).get(0).id);

        Dog none = run(sessions.run(session -> session.get(DOG, id)));

        assertThat(none).isNull();
    }

    @Test
    void shouldRefresh() {
        String breed = inSession(
                session -> session.one(select(DOG).where(DOG.text("name").eq("Rex")))
                        .doOnNext(dog -> dog.breed = "changed")
                        .flatMap(session::refresh)
                        .map(dog -> known(dog.breed)));

        assertThat(breed).isEqualTo("collie");
    }

    @Test
    void shouldReadInPart() {
        Dog dog = inSession(session -> session.one(
                select(DOG.only(DOG.text("name"))).where(DOG.text("name").eq("Rex"))));

        assertThat(dog.name).isEqualTo("Rex");
        assertThat(dog.breed).isNull();
    }

    @Test
    void shouldNotTellClassesOfOneTableFromOthersByAStatementTooMany() {
        List<String> names = new ArrayList<>(rows(select(ANIMAL.text("name")).from(ANIMAL)));
        Collections.sort(names);

        assertThat(names).containsExactly("Pip", "Rex", "Tom");
        assertThat(run(engine.one(select(Sql.count()).from(DOG)))).isEqualTo(2L);
    }

    @Test
    void shouldReadTreesByOneStatement() {
        within(session -> session.one(select(DOG).where(DOG.text("name").eq("Rex")))
                .zipWith(session.one(select(DOG).where(DOG.text("name").eq("Pip"))))
                .doOnNext(both -> both.getT2().leader = both.getT1()));
        statements();

        List<Animal> animals =
                rows(select(ANIMAL.with(ANIMAL.toMany("children", Animal.class).tree()))
                        .where(ANIMAL.text("name").eq("Rex")));
        List<Dog> dogs = rows(select(DOG.with(DOG.toMany("pack", Dog.class).tree()))
                .where(DOG.text("name").eq("Rex")));

        assertThat(animals.get(0).children).hasExactlyElementsOfTypes(Puppy.class);
        assertThat(dogs.get(0).pack).hasExactlyElementsOfTypes(Puppy.class);
        assertThat(dogs.get(0).pack.get(0).pack).isEmpty();
    }
}
