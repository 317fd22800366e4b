package io.athanor.orm;

import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.EntityStateException;
import io.athanor.engine.Engine;
import io.athanor.engine.StatementListener;
import io.athanor.orm.mapping.DynamicEntityTable;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.testing.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Unique values that rows exchange, hand on and take from rows that go, all in one flush. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UniqueCompliance {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final EntityModel MODEL = EntityModel.of(Seat.class, Guest.class);
    private static final DynamicEntityTable<Seat, Long> SEAT = MODEL.table(Seat.class);
    private static final DynamicEntityTable<Guest, Long> GUEST = MODEL.table(Guest.class);

    private final Engine engine;
    private final Sessions sessions;
    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());

    UniqueCompliance(TestDatabase database) {
        engine = Engine.builder(database.url())
                .listener(new StatementListener() {
                    @Override
                    public void before(Execution execution) {
                        statements.add(execution.sql().toLowerCase(Locale.ROOT));
                    }
                })
                .build();
        sessions = Sessions.of(engine, MODEL);
    }

    @BeforeEach
    void fill() {
        run(engine.drop(MODEL.metaData()).then(engine.create(MODEL.metaData())));
    }

    @AfterAll
    void close() {
        run(engine.close());
    }

    private static <T> @Nullable T run(Mono<T> work) {
        return work.block(SOON);
    }

    private void store(int seats) {
        run(sessions.run(session -> Mono.fromRunnable(
                () -> IntStream.range(0, seats).mapToObj(Seat::new).forEach(session::add))));
    }

    /** Changes what is stored; the number of statements that the flush took. */
    private int change(BiConsumer<Session, List<Seat>> work) {
        run(changed(work));
        return statements.size();
    }

    private Mono<List<Seat>> changed(BiConsumer<Session, List<Seat>> work) {
        return sessions.run(session -> session.stream(
                        select(SEAT).orderBy(SEAT.number("id", Long.class).asc()))
                .collectList()
                .doOnNext(seats -> {
                    work.accept(session, seats);
                    statements.clear();
                }));
    }

    private List<Seat> stored() {
        return Objects.requireNonNull(run(sessions.run(session -> session.stream(
                        select(SEAT).orderBy(SEAT.number("id", Long.class).asc()))
                .collectList())));
    }

    @Test
    void shouldExchangeByNull() {
        store(2);

        int count = change((session, seats) -> {
            String label = seats.get(0).label;
            seats.get(0).label = seats.get(1).label;
            seats.get(1).label = label;
        });

        assertThat(count).isEqualTo(2);
        assertThat(stored()).extracting(seat -> seat.label).containsExactly("label 1", "label 0");
        assertThat(stored()).extracting(seat -> seat.version).containsExactly(2, 2);
    }

    @Test
    void shouldExchangeTextThatIsNeverNull() {
        store(2);

        int count = change((session, seats) -> {
            seats.get(0).code = "c1";
            seats.get(1).code = "c0";
        });

        assertThat(count).isEqualTo(2);
        assertThat(stored()).extracting(seat -> seat.code).containsExactly("c1", "c0");
    }

    @Test
    void shouldMoveAThousandNumbersOnInTwoStatements() {
        store(1000);

        int count = change((session, seats) -> seats.forEach(seat -> seat.place++));

        assertThat(count).isEqualTo(2);
        assertThat(stored())
                .extracting(seat -> seat.place)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 1000).boxed().toList());
    }

    @Test
    void shouldRotate() {
        store(3);

        int count = change((session, seats) -> {
            for (int i = 0; i < 3; i++) {
                seats.get(i).code = "c" + (i + 1) % 3;
                seats.get(i).place = (i + 2) % 3;
            }
        });

        assertThat(count).isEqualTo(2);
        assertThat(stored()).extracting(seat -> seat.code + seat.place).containsExactly("c12", "c20", "c01");
    }

    @Test
    void shouldTakeWhatAnotherLeaves() {
        store(2);

        int count = change((session, seats) -> {
            seats.get(0).code = "c1";
            seats.get(1).code = "new";
        });

        assertThat(count).isEqualTo(2);
        assertThat(stored()).extracting(seat -> seat.code).containsExactly("c1", "new");
    }

    @Test
    void shouldTakeDaysThatOthersLeaveOneAfterAnother() {
        store(3);

        int count = change((session, seats) -> seats.forEach(
                seat -> seat.day = Objects.requireNonNull(seat.day).plusDays(1)));

        assertThat(count).isEqualTo(3);
        assertThat(stored()).extracting(seat -> seat.day).doesNotContain(LocalDate.EPOCH);
    }

    @Test
    void shouldSayThatDaysCannotBeExchanged() {
        store(2);

        StepVerifier.create(changed((session, seats) -> {
                    LocalDate day = seats.get(0).day;
                    seats.get(0).day = seats.get(1).day;
                    seats.get(1).day = day;
                }))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(EntityStateException.class)
                        .hasMessageStartingWith("rows exchange what they hold in Seat.day, which is unique"))
                .verify(SOON);
    }

    @Test
    void shouldExchangeKeysOfSeveralColumns() {
        store(4);

        int count = change((session, seats) -> {
            seats.get(0).number = 1;
            seats.get(1).number = 0;
        });

        assertThat(count).isEqualTo(2);
        assertThat(stored()).extracting(seat -> seat.number).startsWith(1, 0);
    }

    @Test
    void shouldExchangeOneToOne() {
        store(2);
        run(sessions.run(session -> session.stream(
                        select(SEAT).orderBy(SEAT.number("id", Long.class).asc()))
                .map(seat -> session.add(new Guest(seat)))
                .collectList()));

        run(sessions.run(session -> session.stream(
                        select(GUEST).orderBy(GUEST.number("id", Long.class).asc()))
                .collectList()
                .doOnNext(guests -> {
                    Seat seat = guests.get(0).seat;
                    guests.get(0).seat = guests.get(1).seat;
                    guests.get(1).seat = seat;
                })));

        List<Guest> guests = run(sessions.run(session -> session.stream(
                        select(GUEST).orderBy(GUEST.number("id", Long.class).asc()))
                .collectList()));
        assertThat(guests)
                .extracting(guest -> Objects.requireNonNull(guest.seat).code)
                .containsExactly("c1", "c0");
    }

    @Test
    void shouldInsertAfterTheDeleteOfWhoHadTheValue() {
        store(1);

        int count = change((session, seats) -> {
            session.delete(seats.get(0));
            session.add(new Seat(0));
        });

        assertThat(count).isEqualTo(2);
        assertThat(stored()).hasSize(1);
    }

    @Test
    void shouldUpdateAfterTheDeleteOfWhoHadTheValue() {
        store(2);

        int count = change((session, seats) -> {
            session.delete(seats.get(0));
            seats.get(1).code = "c0";
            seats.get(1).place = 0;
        });

        assertThat(count).isEqualTo(2);
        assertThat(stored()).extracting(seat -> seat.code).containsExactly("c0");
    }

    @Test
    void shouldReplaceARowThatOthersReferTo() {
        store(2);
        run(changed((session, seats) -> seats.get(1).neighbour = seats.get(0)));

        int count = change((session, seats) -> {
            Seat other = session.add(new Seat(0));
            other.day = LocalDate.EPOCH.minusDays(1);
            seats.get(1).neighbour = other;
            session.delete(seats.get(0));
        });

        assertThat(count).isEqualTo(4);
        assertThat(stored()).hasSize(2);
        assertThat(Objects.requireNonNull(stored().get(0).neighbour).code).isEqualTo("c0");
    }

    @Test
    void shouldInsertWhatARowLeavesThatComesToReferToIt() {
        store(1);

        change((session, seats) -> {
            Seat other = session.add(new Seat(0));
            other.day = LocalDate.EPOCH.minusDays(1);
            seats.get(0).code = "new";
            seats.get(0).label = "new";
            seats.get(0).place = 7;
            seats.get(0).number = 7;
            seats.get(0).neighbour = other;
        });

        assertThat(stored()).extracting(seat -> seat.code).containsExactlyInAnyOrder("new", "c0");
    }

    @Test
    void shouldRefuseAnotherKey() {
        store(1);

        StepVerifier.create(changed((session, seats) -> seats.get(0).id = 77L))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(EntityStateException.class)
                        .hasMessage("the key of a Seat, id, was changed; the key of a row stays: add a new object and"
                                + " delete this one"))
                .verify(SOON);
    }

    @Entity
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = {"row", "number"}))
    static class Seat {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Version
        int version;

        @Column(unique = true)
        @Nullable
        String label;

        @Column(unique = true, nullable = false, length = 20)
        @Nullable
        String code;

        @Column(unique = true)
        int place;

        @Column(name = "row")
        int row;

        int number;

        @Column(unique = true, nullable = false)
        @Nullable
        LocalDate day;

        @ManyToOne
        @Nullable
        Seat neighbour;

        Seat() {}

        Seat(int index) {
            this.label = "label " + index;
            this.code = "c" + index;
            this.place = index;
            this.row = index / 2;
            this.number = index % 2;
            this.day = LocalDate.EPOCH.plusDays(index);
        }
    }

    @Entity
    static class Guest {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @OneToOne
        @JoinColumn(unique = true)
        @Nullable
        Seat seat;

        Guest() {}

        Guest(Seat seat) {
            this.seat = seat;
        }
    }
}
