package io.athanor.orm;

import static io.athanor.orm.Clinic.ANIMAL;
import static io.athanor.orm.Clinic.CAT;
import static io.athanor.orm.Clinic.DOG;
import static io.athanor.orm.Clinic.NOTE;
import static io.athanor.orm.Clinic.OWNER;
import static io.athanor.orm.Clinic.PAYMENT;
import static io.athanor.orm.Clinic.VISIT;
import static io.athanor.sql.Sql.deleteFrom;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.ConfigurationException;
import io.athanor.StaleDataException;
import io.athanor.UniqueViolationException;
import io.athanor.orm.Clinic.Animal;
import io.athanor.orm.Clinic.Cash;
import io.athanor.orm.Clinic.Cat;
import io.athanor.orm.Clinic.Dog;
import io.athanor.orm.Clinic.Letter;
import io.athanor.orm.Clinic.Note;
import io.athanor.orm.Clinic.Owner;
import io.athanor.orm.Clinic.Payment;
import io.athanor.orm.Clinic.Puppy;
import io.athanor.orm.Clinic.Transfer;
import io.athanor.orm.Clinic.Visit;
import io.athanor.sql.Lock;
import io.athanor.sql.Sql;
import io.athanor.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Classes with a table each, joined by their keys, are written, on every database. */
abstract class JoinedFlushCompliance extends ClinicFixture {
    JoinedFlushCompliance(TestDatabase database) {
        super(database);
    }

    @Test
    void shouldInsertSetsByTable() {
        doing(session -> {
            for (int i = 0; i < 50; i++) {
                session.add(new Dog("dog " + i, "any"));
                session.add(new Cat("cat " + i));
                session.add(new Puppy("puppy " + i, i));
            }
        });

        assertThat(plans())
                .containsExactly("insert animal x150 / insert dog x100 / insert cats x50 / insert puppy x50");
        assertThat(statements()).hasSize(4);
        assertThat(count("animal")).isEqualTo(153);
    }

    @Test
    void shouldGiveTheKeyOfTheRootToAllTables() {
        Puppy puppy = new Puppy("Bit", 3);
        doing(session -> session.add(puppy));

        Puppy read = (Puppy) inSession(session -> session.get(ANIMAL, known(puppy.id)));

        assertThat(read.weeks).isEqualTo(3);
        assertThat(read.id).isEqualTo(puppy.id);
        assertThat(read.version).isEqualTo(puppy.version).isEqualTo(1);
    }

    @Test
    void shouldInsertWithKeysOfASequence() {
        doing(session -> {
            Cash cash = new Cash();
            cash.amount = 1;
            cash.currency = "EUR";
            Transfer transfer = new Transfer();
            transfer.amount = 2;
            Payment any = new Payment();
            any.amount = 3;
            session.add(cash);
            session.add(transfer);
            session.add(any);
        });

        assertThat(plans()).containsExactly("insert payment x3 / insert cash x1 / insert transfer x1");
        assertThat(rows(select(PAYMENT)
                        .orderBy(PAYMENT.number("amount", Integer.class).asc())))
                .hasExactlyElementsOfTypes(Cash.class, Transfer.class, Payment.class);
        assertThat(rows(select(PAYMENT.text("kind"))
                        .from(PAYMENT)
                        .orderBy(PAYMENT.number("amount", Integer.class).asc())))
                .containsExactly("cash", "transfer", "any");
    }

    @Test
    void shouldInsertWithKeysOfTheApplication() {
        Letter letter = new Letter();
        letter.text = "Dear";
        letter.address = "Here";
        Note note = new Note();
        doing(session -> {
            session.add(letter);
            session.add(note);
        });

        assertThat(plans()).containsExactly("insert note x2 / insert letter x1");
        Note read = inSession(session -> session.get(NOTE, known(letter.id)));

        assertThat(read).isInstanceOfSatisfying(Letter.class, same -> assertThat(same.address)
                .isEqualTo("Here"));
    }

    @Test
    void shouldUpdateOnlyTheTableThatChangedAndTheVersion() {
        within(session ->
                session.stream(select(DOG)).doOnNext(dog -> dog.breed = "new").then());

        assertThat(plans()).containsExactly("update animal x2 / update dog x2");
        assertThat(rows(select(DOG))).allSatisfy(dog -> {
            assertThat(dog.breed).isEqualTo("new");
            assertThat(dog.version).isEqualTo(2);
        });
    }

    @Test
    void shouldUpdateTheRootAloneWhereThatIsAllThatChanged() {
        within(session -> session.stream(select(ANIMAL))
                .doOnNext(animal -> animal.name = animal.name + "!")
                .then());

        assertThat(plans()).containsExactly("update animal x3");
    }

    @Test
    void shouldUpdateATableWithoutVersionAlone() {
        Cash cash = new Cash();
        doing(session -> session.add(cash));
        plans();

        within(session -> session.get(PAYMENT, known(cash.id)).doOnNext(payment -> ((Cash) payment).currency = "CHF"));

        assertThat(plans()).containsExactly("update cash x1");
    }

    @Test
    void shouldCheckTheVersionWhereOnlyTheSubclassChanged() {
        Long id = known(rows(select(DOG).where(DOG.text("name").eq("Rex"))).get(0).id);

        fails(
                sessions.run(session -> session.get(DOG, id)
                        .flatMap(dog -> sessions.run(other -> other.get(DOG, id).doOnNext(same -> same.name = "Max"))
                                .thenReturn(dog))
                        .doOnNext(dog -> dog.breed = "late")),
                StaleDataException.class,
                "Dog");
    }

    @Test
    void shouldDeleteChildRowsFirstInSets() {
        within(session ->
                session.stream(select(OWNER)).doOnNext(session::delete).then());

        assertThat(plans())
                .singleElement()
                .asString()
                .endsWith("delete visit x1 / delete puppy x1 / delete dog x1 / delete animal x1 / delete owner x1"
                        + " / delete dog x1 / delete animal x1 / delete cats x1 / delete animal x1");
        assertThat(count("animal") + count("dog") + count("puppy") + count("cats"))
                .isZero();
    }

    @Test
    void shouldLinkManyToMany() {
        within(session -> session.stream(select(ANIMAL))
                .collectList()
                .zipWith(session.one(select(OWNER.with(OWNER.toMany("guests", Animal.class)))))
                .doOnNext(both -> both.getT2().guests.addAll(both.getT1())));

        assertThat(plans()).containsExactly("link owner_guests x3");
        assertThat(rows(select(OWNER.with(OWNER.toMany("guests", Animal.class))))
                        .get(0)
                        .guests)
                .hasOnlyElementsOfTypes(Dog.class, Puppy.class, Cat.class);
    }

    @Test
    void shouldReferAndFillLater() {
        Long id = known(rows(select(DOG).where(DOG.text("name").eq("Rex"))).get(0).id);

        within(session -> {
            Visit visit = new Visit(session.getReference(DOG, id));
            session.add(visit);
            return session.flush();
        });

        assertThat(rows(select(VISIT))).hasSize(2).allSatisfy(visit -> assertThat(visit.animal)
                .isInstanceOf(Dog.class));
    }

    @Test
    void shouldLockTheRowOfTheRoot() {
        within(session -> session.one(select(ANIMAL).where(ANIMAL.text("name").eq("Pip")))
                .flatMap(animal -> session.lock(animal, Lock.forUpdate())));

        assertThat(statements()).last().asString().contains("from animal where", "for update");
    }

    @Test
    void shouldWriteACircleOfReferences() {
        doing(session -> {
            Dog one = new Dog("one", "x");
            Dog other = new Dog("other", "x");
            one.mother = other;
            other.mother = one;
            session.add(one);
        });

        assertThat(plans())
                .containsExactly(
                        "insert animal x1 / insert dog x1 / insert animal x1 / insert dog x1 / update animal x1");
        assertThat(rows(select(DOG).where(DOG.text("breed").eq("x"))))
                .allSatisfy(dog -> assertThat(known(dog.mother).mother).isSameAs(dog));
    }

    @Test
    void shouldMerge() {
        Dog rex = rows(select(DOG).where(DOG.text("name").eq("Rex"))).get(0);
        rex.breed = "merged";

        within(session -> session.merge(rex));

        assertThat(rows(select(DOG.text("breed"))
                        .from(DOG)
                        .where(DOG.text("name").eq("Rex"))))
                .containsExactly("merged");
    }

    @Test
    void shouldComeBackFromASavepoint() {
        List<Integer> sizes = inSession(
                session -> session.one(select(DOG).where(DOG.text("name").eq("Rex")))
                        .flatMap(dog -> session.savepoint(inner -> {
                                    dog.size = 1;
                                    inner.add(new Cat("lost"));
                                    return inner.flush().then(Mono.<Integer>error(new IllegalStateException("back")));
                                })
                                .onErrorReturn(0)
                                .map(zero -> List.of(known(dog.size), zero))));

        assertThat(sizes).containsExactly(70, 0);
        assertThat(count("cats")).isEqualTo(1);
    }

    @Test
    void shouldNameTheAttributeThatIsNotUnique() {
        fails(
                sessions.run(session -> {
                    session.add(new Dog("Rex", "again"));
                    return session.flush();
                }),
                UniqueViolationException.class,
                "insert Dog");
    }

    @Test
    void shouldUpdateColumnsOfOneTableByAStatement() {
        List<String> breeds = inSession(
                session -> session.one(select(DOG).where(DOG.text("name").eq("Rex")))
                        .flatMap(rex -> session.execute(update(DOG)
                                        .set(DOG.text("breed").to("said"))
                                        .where(DOG.text("name").eq("Rex")))
                                .map(rows -> List.of(known(rex.breed), rows.toString()))));

        assertThat(breeds).containsExactly("said", "1");
    }

    @Test
    void shouldUpdateWhatIsInheritedOfRowsOfTheClassAlone() {
        within(session -> session.execute(
                update(DOG).set(DOG.number("owner.id", Long.class).to((Long) null))));

        assertThat(rows(select(ANIMAL).where(ANIMAL.toOne("owner", Owner.class).isNotNull())))
                .hasOnlyElementsOfType(Cat.class);
    }

    @Test
    void shouldRefuseToUpdateTwoTablesAtOnce() {
        fails(
                sessions.run(session -> session.execute(update(DOG)
                        .set(DOG.text("breed").to("x"), DOG.text("name").to("y")))),
                ConfigurationException.class,
                "UPDATE of Dog",
                "[dog, animal]",
                "one UPDATE for each");
    }

    @Test
    void shouldDeleteFromAllTablesByAStatement() {
        Puppy left = new Puppy("left", 1);
        doing(session -> session.add(left));

        Long deleted = inSession(session -> session.one(
                        select(ANIMAL).where(ANIMAL.text("name").eq("left")))
                .flatMap(animal -> session.execute(
                                deleteFrom(DOG).where(DOG.text("name").eq("left")))
                        .doOnNext(rows -> assertThat(session.contains(animal)).isFalse())));

        assertThat(deleted).isEqualTo(1);
        assertThat(count("puppy")).isEqualTo(1);
        assertThat(count("dog")).isEqualTo(2);
        assertThat(count("animal")).isEqualTo(3);
    }

    @Test
    void shouldRefuseStatementsWithoutASession() {
        fails(engine.execute(deleteFrom(DOG)), ConfigurationException.class, "lie in several tables", "in a session");
        assertThatThrownBy(() -> Sql.insertInto(DOG))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("lie in several tables");
    }

    @Test
    void shouldRefuseToLockByAQueryWhatIsJoinedFromOutside() {
        fails(
                sessions.run(session -> session.one(select(ANIMAL).forUpdate())),
                ConfigurationException.class,
                "Animal",
                "session.lock");
        assertThat(rows(select(CAT).forUpdate())).hasSize(1);
    }

    @Test
    void shouldInsertAllThatComes() {
        Long inserted = inSession(session -> session.insertAll(
                        Flux.range(0, 300).map(i -> i % 2 == 0 ? new Puppy("puppy " + i, i) : new Cat("cat " + i)))
                .count());

        assertThat(inserted).isEqualTo(300);
        assertThat(count("animal")).isEqualTo(303);
        assertThat(count("puppy")).isEqualTo(151);
    }
}
