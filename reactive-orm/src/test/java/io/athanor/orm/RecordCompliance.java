package io.athanor.orm;

import static io.athanor.orm.Atlas.CITY;
import static io.athanor.orm.Atlas.CONTINENT;
import static io.athanor.orm.Atlas.COUNT;
import static io.athanor.orm.Atlas.COUNTRY;
import static io.athanor.sql.Sql.deleteFrom;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.ConfigurationException;
import io.athanor.EntityStateException;
import io.athanor.orm.Atlas.Age;
import io.athanor.orm.Atlas.City;
import io.athanor.orm.Atlas.Continent;
import io.athanor.orm.Atlas.Count;
import io.athanor.orm.Atlas.CountId;
import io.athanor.orm.Atlas.Country;
import io.athanor.orm.Atlas.People;
import io.athanor.testing.TestDatabase;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every database gives of records as entities, which are read and not written. */
abstract class RecordCompliance extends ModelFixture {
    private static final Continent EUROPE = new Continent("EU", "Europe");

    RecordCompliance(TestDatabase database) {
        super(database, Atlas.MODEL);
    }

    @Override
    void fill() {
        run(engine.execute(insertInto(CONTINENT)
                .values(CONTINENT.text("code").to("EU"), CONTINENT.text("name").to("Europe"))
                .values(CONTINENT.text("code").to("AS"), CONTINENT.text("name").to("Asia"))));
        addCountry("DE", "Germany", "EU", 49);
        addCountry("FR", "France", "EU", 33);
        addCountry("XX", "Nowhere", null, 0);
        within(session -> session.get(COUNTRY, "DE")
                .doOnNext(country -> List.of("Bonn", "Ulm").forEach(name -> session.add(city(name, country)))));
        Long bonn = Objects.requireNonNull(bonn().id);
        addCount(2020, "census", bonn, 3L);
        addCount(2021, "guess", bonn, null);
    }

    private void addCountry(String code, String name, @Nullable String continent, int calls) {
        run(engine.execute(insertInto(COUNTRY)
                .values(
                        COUNTRY.text("code").to(code),
                        COUNTRY.text("name").to(name),
                        COUNTRY.text("continent.code").to(continent),
                        COUNTRY.number("calls", Integer.class).to(calls))));
    }

    private void addCount(int year, String source, Long city, @Nullable Long women) {
        run(engine.execute(insertInto(COUNT)
                .values(
                        COUNT.number("id.year", Integer.class).to(year),
                        COUNT.text("id.source").to(source),
                        COUNT.number("city.id", Long.class).to(city),
                        COUNT.number("people.women", Long.class).to(women),
                        COUNT.number("people.age.median", Integer.class).to(women == null ? null : 41))));
    }

    private static City city(String name, Country country) {
        City city = new City();
        city.name = name;
        city.country = country;
        return city;
    }

    private City bonn() {
        return inSession(this::bonn);
    }

    private Mono<City> bonn(Session session) {
        return session.one(select(CITY).where(CITY.text("name").eq("Bonn")));
    }

    @Test
    void shouldBeMadeWithWhatItRefersToInOneStatement() {
        Country germany = inSession(session -> session.get(COUNTRY, "DE"));

        assertThat(germany).isEqualTo(new Country("DE", "Germany", EUROPE, 49));
        assertThat(statements()).hasSize(1);
    }

    @Test
    void shouldBeMadeWithoutWhatItDoesNotReferTo() {
        Country nowhere = inSession(session -> session.get(COUNTRY, "XX"));

        assertThat(nowhere.continent()).isNull();
    }

    @Test
    void shouldBeOneObjectForEachKey() {
        within(session -> Mono.zip(
                        session.get(COUNTRY, "DE"),
                        session.stream(select(COUNTRY)
                                        .orderBy(COUNTRY.text("code").asc()))
                                .collectList())
                .doOnNext(both -> {
                    assertThat(both.getT2()).hasSize(3);
                    assertThat(both.getT2().get(0)).isSameAs(both.getT1());
                    assertThat(both.getT2().get(1).continent())
                            .isSameAs(both.getT1().continent());
                }));
    }

    @Test
    void shouldBeReferredToByClasses() {
        List<City> cities = inSession(session -> session.stream(select(CITY)).collectList());

        assertThat(cities).hasSize(2);
        assertThat(cities.get(0).country).isSameAs(cities.get(1).country);
        assertThat(Objects.requireNonNull(cities.get(0).country).continent()).isEqualTo(EUROPE);
        assertThat(statements()).hasSize(2);
    }

    @Test
    void shouldBeJoined() {
        City bonn = inSession(session -> session.one(
                select(CITY.with(CITY.toOne("country", Country.class).joined()))
                        .where(CITY.text("name").eq("Bonn"))));

        assertThat(Objects.requireNonNull(bonn.country).continent()).isEqualTo(EUROPE);
        assertThat(statements()).hasSize(1);
    }

    @Test
    void shouldReferToClasses() {
        Count count = inSession(session -> session.get(COUNT, new CountId(2020, "census")));

        assertThat(count.people()).isEqualTo(new People(3L, null, new Age(41)));
        assertThat(count.city().name).isEqualTo("Bonn");
        assertThat(Objects.requireNonNull(count.city().country).code()).isEqualTo("DE");
    }

    @Test
    void shouldHaveNullForAnEmbeddedObjectOfNothing() {
        Count count = inSession(session -> session.get(COUNT, new CountId(2021, "guess")));

        assertThat(count.people()).isNull();
    }

    @Test
    void shouldBeMembersOfCollections() {
        City bonn = inSession(
                session -> bonn(session).flatMap(city -> session.load(city, CITY.toMany("counts", Count.class))));

        assertThat(bonn.counts).hasSize(2).allSatisfy(count -> assertThat(count.city())
                .isSameAs(bonn));
    }

    @Test
    void shouldBeLinkedByAJoinTable() {
        within(session -> session.get(CONTINENT, "AS").flatMap(asia -> bonn(session)
                .flatMap(city -> session.load(city, CITY.toMany("seen", Continent.class)))
                .doOnNext(city -> {
                    city.seen.add(asia);
                    city.seen.add(EUROPE); // made by the application, for the row of its key
                })));
        City bonn = inSession(
                session -> bonn(session).flatMap(city -> session.load(city, CITY.toMany("seen", Continent.class))));

        assertThat(bonn.seen).containsExactlyInAnyOrder(EUROPE, new Continent("AS", "Asia"));
    }

    @Test
    void shouldStandForItsRowWhoeverMadeIt() {
        within(session -> bonn(session).doOnNext(city -> city.country = new Country("FR", "?", null, 0)));

        assertThat(Objects.requireNonNull(bonn().country).name()).isEqualTo("France");
    }

    @Test
    void shouldNotBeWrittenWithWhatRefersToIt() {
        within(session -> bonn(session).doOnNext(city -> city.name = "Bonna"));

        assertThat(statements()).hasSize(3).noneMatch(sql -> sql.contains("update \"country\""));
    }

    @Test
    void shouldRefuseToBeAddedDeletedMergedAndRefreshed() {
        Country utopia = new Country("UT", "Utopia", null, 0);
        String readOnly = "a Country is a record, and records are read-only entities";

        fails(
                sessions.run(session -> Mono.fromRunnable(() -> session.add(utopia))),
                EntityStateException.class,
                readOnly);
        fails(
                sessions.run(session -> session.get(COUNTRY, "DE").doOnNext(session::delete)),
                EntityStateException.class,
                readOnly,
                "cannot be deleted");
        fails(sessions.run(session -> session.merge(utopia)), EntityStateException.class, readOnly);
        fails(
                sessions.run(session -> session.get(COUNTRY, "DE").flatMap(session::refresh)),
                EntityStateException.class,
                readOnly);
        fails(
                sessions.run(session -> Mono.fromSupplier(() -> session.getReference(COUNTRY, "DE"))),
                EntityStateException.class,
                readOnly);
    }

    @Test
    void shouldRefuseToComeToACollectionOrLeaveIt() {
        fails(
                sessions.run(session -> bonn(session)
                        .flatMap(city -> session.load(city, CITY.toMany("counts", Count.class)))
                        .doOnNext(city -> city.counts.remove(0))),
                EntityStateException.class,
                "a Count is a record, and records are read-only entities",
                "Count.city");
    }

    @Test
    void shouldMergeWhatRefersToIt() {
        City detached = bonn();
        detached.name = "Merged";

        City merged = inSession(session -> session.merge(detached));

        assertThat(merged.name).isEqualTo("Merged");
        assertThat(Objects.requireNonNull(merged.country).code()).isEqualTo("DE");
    }

    @Test
    void shouldBeReadAnewAfterAStatementThatChangesItsTable() {
        Country germany = inSession(session -> session.get(COUNTRY, "DE").flatMap(before -> session.execute(
                        update(COUNTRY).set(COUNTRY.text("name").to("Germania")))
                .then(session.get(COUNTRY, "DE"))));

        assertThat(germany.name()).isEqualTo("Germania");
    }

    @Test
    void shouldBeReadAnewWithARefreshThatCascades() {
        City bonn = inSession(session -> bonn(session).flatMap(city -> engine.execute(update(COUNTRY)
                        .set(COUNTRY.number("calls", Integer.class).to(50)))
                .then(session.refresh(city))));

        assertThat(Objects.requireNonNull(bonn.country).calls()).isEqualTo(50);
    }

    @Test
    void shouldBeReturnedByAChange() {
        List<Continent> changed = inSession(session -> session.get(CONTINENT, "AS")
                .thenMany(Flux.defer(() -> session.stream(update(CONTINENT)
                        .set(CONTINENT.text("name").to("Orient"))
                        .where(CONTINENT.text("code").eq("AS"))
                        .returning(CONTINENT))))
                .collectList());

        assertThat(changed).containsExactly(new Continent("AS", "Orient"));
    }

    @Test
    void shouldLeaveItsRowWhenItsOwnerGoes() {
        run(engine.execute(deleteFrom(COUNT)));
        within(session -> bonn(session).doOnNext(session::delete));

        List<City> left = inSession(session -> session.stream(select(CITY)).collectList());
        assertThat(left).hasSize(1);
    }

    @Test
    void shouldRefuseAPartOfIt() {
        fails(
                sessions.run(session -> session.one(select(COUNTRY.only(COUNTRY.text("name"))))),
                ConfigurationException.class,
                "Country is a record, which is made of its whole row");
    }

    @Test
    void shouldBeReadWithoutASession() {
        List<Continent> continents = run(
                engine.stream(select(CONTINENT).orderBy(CONTINENT.text("code").asc()))
                        .collectList());

        assertThat(continents).containsExactly(new Continent("AS", "Asia"), EUROPE);
    }

    @Test
    void shouldStreamInASessionThatOnlyReads() {
        Long there = run(sessions.readOnly()
                .evicting()
                .runMany(session -> session.stream(select(COUNTRY)))
                .count());

        assertThat(there).isEqualTo(3);
    }
}
