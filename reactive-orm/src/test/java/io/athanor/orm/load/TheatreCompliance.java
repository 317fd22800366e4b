package io.athanor.orm.load;

import static io.athanor.orm.load.Theatre.GUEST;
import static io.athanor.orm.load.Theatre.PLAY;
import static io.athanor.orm.load.Theatre.SEAT;
import static io.athanor.orm.load.Theatre.SHOW;
import static io.athanor.orm.load.Theatre.TICKET;
import static io.athanor.sql.Sql.deleteFrom;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Engine;
import io.athanor.orm.Session;
import io.athanor.orm.Sessions;
import io.athanor.orm.load.Theatre.Guest;
import io.athanor.orm.load.Theatre.Opera;
import io.athanor.orm.load.Theatre.Play;
import io.athanor.orm.load.Theatre.Seat;
import io.athanor.orm.load.Theatre.SeatId;
import io.athanor.orm.load.Theatre.Show;
import io.athanor.orm.load.Theatre.Ticket;
import io.athanor.orm.mapping.DynamicEntityTable;
import io.athanor.orm.mapping.ToMany;
import io.athanor.orm.mapping.ToOne;
import io.athanor.sql.Update;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Loading by keys of two columns, and of classes that share a table, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TheatreCompliance {
    private static final ToMany<Seat, Ticket, DynamicEntityTable<Ticket, Object>> TICKETS =
            SEAT.toMany("tickets", Ticket.class);
    private static final ToOne<Ticket, Seat, DynamicEntityTable<Seat, Object>> PLACE = TICKET.toOne("seat", Seat.class);
    private static final ToMany<Guest, Seat, DynamicEntityTable<Seat, Object>> FAVOURITES =
            GUEST.toMany("favourites", Seat.class);
    private static final ToMany<Show, Ticket, DynamicEntityTable<Ticket, Object>> SOLD =
            SHOW.toMany("tickets", Ticket.class);

    private final Engine engine;
    private final Sessions sessions;

    TheatreCompliance(TestDatabase database) {
        engine = Engine.of(database.url());
        sessions = Sessions.of(engine, Theatre.MODEL);
    }

    @BeforeAll
    void fill() {
        engine.create(Theatre.MODEL.metaData()).block(Duration.ofSeconds(20));
        run(session -> {
            Show play = new Play();
            play.id = 1L;
            ((Play) play).author = "Goethe";
            Show opera = new Opera();
            opera.id = 2L;
            ((Opera) opera).composer = "Gounod";
            Guest guest = new Guest();
            guest.id = 1L;
            session.add(guest);
            for (int place = 1; place <= 6; place++) {
                Seat seat = new Seat();
                seat.line = place <= 3 ? "A" : "B";
                seat.place = place;
                Ticket ticket = new Ticket();
                ticket.id = (long) place;
                ticket.seat = seat;
                ticket.show = place % 2 == 0 ? play : opera;
                session.add(ticket);
                if (place > 4) {
                    guest.favourites.add(seat);
                }
            }
            return Mono.just(true);
        });
    }

    @AfterAll
    void close() {
        engine.close().block(Duration.ofSeconds(20));
    }

    private <T> T run(Function<Session, Mono<T>> work) {
        T result = sessions.run(work).block(Duration.ofSeconds(20));
        if (result == null) {
            throw new AssertionError("nothing came");
        }
        return result;
    }

    @Test
    void shouldReferByKeysOfTwoColumns() {
        List<Ticket> tickets = run(session -> session.stream(
                        select(TICKET).orderBy(TICKET.number("id", Long.class).asc()))
                .collectList());

        assertThat(tickets)
                .extracting(ticket -> ticket.seat)
                .hasToString("[seat A1, seat A2, seat A3, seat B4, seat B5, seat B6]");
        assertThat(tickets).extracting(ticket -> ticket.show).hasOnlyElementsOfTypes(Play.class, Opera.class);
    }

    @Test
    void shouldLoadManyByKeysOfTwoColumns() {
        List<Seat> seats = run(session -> session.stream(select(SEAT.with(TICKETS))
                        .orderBy(SEAT.number("place", Integer.class).asc()))
                .collectList());

        assertThat(seats)
                .extracting(seat -> seat.tickets.toString())
                .containsExactly("[ticket 1]", "[ticket 2]", "[ticket 3]", "[ticket 4]", "[ticket 5]", "[ticket 6]");
    }

    @Test
    void shouldLoadManyByTheQueryAndByJoin() {
        List<Seat> bySubquery = run(session -> session.stream(select(SEAT.with(TICKETS.subquery()))
                        .where(SEAT.text("line").eq("B")))
                .collectList());
        List<Seat> byJoin = run(session -> session.stream(select(SEAT.with(TICKETS.joined()))
                        .where(SEAT.text("line").eq("B"))
                        .orderBy(SEAT.number("place", Integer.class).asc())
                        .limit(2))
                .collectList());

        assertThat(bySubquery).hasSize(3).allSatisfy(seat -> assertThat(seat.tickets)
                .hasSize(1));
        assertThat(byJoin).hasToString("[seat B4, seat B5]");
    }

    @Test
    void shouldGoByWayOfATableOfKeysOfTwoColumns() {
        Guest guest = run(session -> session.one(select(GUEST.with(FAVOURITES.selectIn(TICKETS)))));

        assertThat(guest.favourites).extracting(Seat::toString).containsExactlyInAnyOrder("seat B5", "seat B6");
        assertThat(guest.favourites.get(0).tickets).hasSize(1);
    }

    @Test
    void shouldGetManyByKeysOfTwoColumns() {
        List<Seat> seats = run(session -> Flux.range(1, 6)
                .flatMap(place -> session.get(SEAT, new SeatId(place <= 3 ? "A" : "B", place)))
                .collectList());

        assertThat(seats).hasSize(6);
    }

    @Test
    void shouldCompareWithKeysOfTwoColumns() {
        List<Long> tickets = run(session -> session.get(SEAT, new SeatId("B", 5))
                .flatMapMany(seat -> session.stream(select(TICKET.number("id", Long.class))
                        .from(TICKET)
                        .where(PLACE.is(seat)
                                .and(PLACE.has(at -> at.text("line").eq("B"))))))
                .collectList());
        List<Long> guests = run(session -> session.get(SEAT, new SeatId("B", 5))
                .flatMapMany(seat ->
                        session.stream(select(GUEST.number("id", Long.class)).where(FAVOURITES.contains(seat))))
                .collectList());

        assertThat(tickets).containsExactly(5L);
        assertThat(guests).containsExactly(1L);
    }

    @Test
    void shouldLoadOfEveryClassThatSharesATable() {
        List<Show> shows = run(session -> session.stream(select(SHOW.with(SOLD))
                        .orderBy(SHOW.number("id", Long.class).asc()))
                .collectList());

        assertThat(shows.get(0)).isInstanceOfSatisfying(Play.class, play -> assertThat(play.author)
                .isEqualTo("Goethe"));
        assertThat(shows).extracting(show -> show.tickets.size()).containsExactly(3, 3);
    }

    @Test
    void shouldReadOneClassAlone() {
        List<Play> plays = run(session -> session.stream(select(PLAY)).collectList());
        Boolean isOpera = run(session -> session.get(PLAY, 2L).hasElement().map(there -> !there));
        List<Long> keys = run(
                session -> session.stream(select(PLAY.number("id", Long.class))).collectList());

        assertThat(plays).hasSize(1);
        assertThat(isOpera).isTrue();
        assertThat(keys).containsExactly(1L);
    }

    @Test
    void shouldChangeRowsOfOneClassAlone() {
        Update renamed = update(PLAY).set(PLAY.text("author").to("Schiller"));

        Long changed = undone(session -> session.execute(renamed));
        List<Long> returned = undone(session ->
                session.stream(renamed.returning(PLAY.number("id", Long.class))).collectList());
        Long deleted = undone(session -> session.execute(deleteFrom(TICKET)).then(session.execute(deleteFrom(PLAY))));

        assertThat(changed).isEqualTo(1);
        assertThat(returned).containsExactly(1L);
        assertThat(deleted).isEqualTo(1);
    }

    /** What the work comes to, of which nothing is kept. */
    private <T> T undone(Function<Session, Mono<T>> work) {
        AtomicReference<T> result = new AtomicReference<>();
        RuntimeException undo = new IllegalStateException("to be undone");
        return run(session -> session.savepoint(
                        inner -> work.apply(inner).doOnNext(result::set).then(Mono.<T>error(undo)))
                .onErrorResume(error -> error == undo, error -> Mono.fromSupplier(result::get)));
    }
}
