package io.athanor.orm;

import static io.athanor.orm.Shelf.BOOKS;
import static io.athanor.orm.Shelf.DEPUTIES;
import static io.athanor.orm.Shelf.LABELS;
import static io.athanor.orm.Shelf.LAMP;
import static io.athanor.orm.Shelf.LAMPS;
import static io.athanor.orm.Shelf.LOANS;
import static io.athanor.orm.Shelf.READER;
import static io.athanor.orm.Shelf.ROLES;
import static io.athanor.orm.Shelf.SHELF;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.EntityStateException;
import io.athanor.NotLoadedException;
import io.athanor.ResultException;
import io.athanor.orm.Shelf.Book;
import io.athanor.orm.Shelf.Label;
import io.athanor.orm.Shelf.Lamp;
import io.athanor.orm.Shelf.Loan;
import io.athanor.orm.Shelf.Reader;
import io.athanor.orm.Shelf.Side;
import io.athanor.orm.mapping.Load;
import io.athanor.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Maps of entities are read and written by their keys, whatever these are. */
abstract class MapCompliance extends SessionFixture {
    MapCompliance(TestDatabase database) {
        super(database, Shelf.MODEL);
    }

    @Override
    void untie() {
        // nothing refers in a circle
    }

    private Long saved(Consumer<Shelf> made) {
        Shelf shelf = new Shelf();
        made.accept(shelf);
        doing(session -> session.add(shelf));
        statements();
        return known(shelf.id);
    }

    private static Mono<Shelf> read(Session session, Long id) {
        return session.get(SHELF, id)
                .flatMap(shelf -> session.load(shelf, List.of(BOOKS, LABELS, LAMPS, LOANS, ROLES, DEPUTIES)));
    }

    private Shelf read(Long id) {
        Shelf shelf = inSession(session -> read(session, id));
        statements();
        return shelf;
    }

    private List<String> change(Long id, Consumer<Shelf> change) {
        within(session -> read(session, id).doOnNext(shelf -> {
            statements();
            change.accept(shelf);
        }));
        return statements();
    }

    private void refuses(Long id, Consumer<Shelf> change, String... parts) {
        fails(sessions.run(session -> read(session, id).doOnNext(change)), EntityStateException.class, parts);
    }

    private Long withBooks(String... titles) {
        return saved(shelf -> List.of(titles).forEach(title -> shelf.books.put(title, Book.of(title))));
    }

    @Test
    void shouldReadByAnAttributeOfTheMembers() {
        Long id = withBooks("a", "b");

        assertThat(read(id).books).containsOnlyKeys("a", "b");
        assertThat(known(read(id).books.get("a")).title).isEqualTo("a");
    }

    @Test
    void shouldDeleteOrphansOfAMap() {
        Long id = withBooks("a", "b", "c");

        assertThat(change(id, shelf -> shelf.books.keySet().remove("b"))).containsExactly("delete book");
        assertThat(change(id, shelf -> shelf.books.clear())).containsExactly("delete book");
        assertThat(read(id).books).isEmpty();
    }

    @Test
    void shouldRefuseAKeyThatTheMemberContradicts() {
        Long id = withBooks("a");

        refuses(
                id,
                shelf -> shelf.books.put("x", Book.of("y")),
                "Shelf.books has a Book by a key that is not its title",
                "@MapKey");
        refuses(id, shelf -> known(shelf.books.get("a")).title = "z", "Shelf.books", "title");
    }

    @Test
    void shouldTakeAMemberThatWasPutByItsNewKey() {
        Long id = withBooks("a");

        change(id, shelf -> {
            Book book = known(shelf.books.remove("a"));
            book.title = "z";
            shelf.books.put("z", book);
        });

        assertThat(read(id).books).containsOnlyKeys("z");
    }

    @Test
    void shouldPutByItsAttributeWhoComesByTheOtherSide() {
        Long id = withBooks("a");

        within(session -> read(session, id).flatMap(shelf -> {
            Book book = session.add(Book.of("b"));
            book.shelf = shelf;
            return session.flush().doOnSuccess(done -> assertThat(shelf.books).containsOnlyKeys("a", "b"));
        }));
    }

    @Test
    void shouldHaveGeneratedKeysInAMapAfterTheFlush() {
        Long id = saved(shelf -> {});

        within(session -> read(session, id).flatMap(shelf -> {
            Label one = session.add(new Label());
            Label two = session.add(new Label());
            one.shelf = shelf;
            shelf.labels.put(0L, two);
            return session.flush().doOnSuccess(done -> assertThat(shelf.labels)
                    .containsOnly(Map.entry(known(one.id), one), Map.entry(known(two.id), two)));
        }));
        assertThat(read(id).labels).hasSize(2);
    }

    @Test
    void shouldRefuseToReadTwoMembersOfOneKey() {
        Long id = withBooks("a", "b");
        run(engine.execute(io.athanor.sql.Sql.update(BOOKS.target())
                .set(BOOKS.target().text("title").to("same"))));

        fails(sessions.run(session -> read(session, id)), ResultException.class, "Shelf.books", "two Book of one key");
    }

    @Test
    void shouldSayThatAMapIsNotLoaded() {
        Long id = withBooks("a");

        Shelf shelf = inSession(session -> session.get(SHELF, id));

        assertThatThrownBy(() -> shelf.books.get("a"))
                .isInstanceOf(NotLoadedException.class)
                .hasMessageContaining("Shelf.books");
        assertThatThrownBy(() -> shelf.lamps.put(Side.LEFT, new Lamp())).isInstanceOf(NotLoadedException.class);
    }

    private Long withLamps() {
        return saved(shelf -> {
            shelf.lamps.put(Side.LEFT, Lamp.of("red"));
            shelf.lamps.put(Side.RIGHT, Lamp.of("green"));
        });
    }

    @Test
    void shouldKeepKeysInAColumn() {
        Long id = withLamps();

        assertThat(read(id).lamps).hasSize(2);
        assertThat(read(id).lamps.get(Side.LEFT)).hasToString("red");
        assertThat(rows(select(LAMP.column("Shelf.lamps", Side.class)).from(LAMP)))
                .containsExactlyInAnyOrder(Side.LEFT, Side.RIGHT);
    }

    @Test
    void shouldExchangeKeysInOneStatement() {
        Long id = withLamps();

        List<String> statements = change(id, shelf -> {
            Lamp left = known(shelf.lamps.get(Side.LEFT));
            shelf.lamps.put(Side.LEFT, known(shelf.lamps.put(Side.RIGHT, left)));
        });

        assertThat(statements).containsExactly("update lamp");
        assertThat(read(id).lamps.get(Side.LEFT)).hasToString("green");
    }

    @Test
    void shouldReplaceAMember() {
        Long id = withLamps();

        change(id, shelf -> shelf.lamps.put(Side.LEFT, Lamp.of("blue")));

        assertThat(read(id).lamps.get(Side.LEFT)).hasToString("blue");
        assertThat(count(LAMP)).isEqualTo(2);
    }

    @Test
    void shouldWriteNothingForAMapThatIsAsItWas() {
        Long id = withLamps();

        assertThat(change(id, shelf -> shelf.lamps = new java.util.HashMap<>(shelf.lamps)))
                .isEmpty();
    }

    @Test
    void shouldRefuseOneWithoutAKey() {
        Long id = withLamps();

        fails(
                sessions.run(session -> read(session, id).doOnNext(shelf -> {
                    Lamp lamp = session.add(Lamp.of("blue"));
                    lamp.shelf = shelf;
                })),
                EntityStateException.class,
                "without a key in Shelf.lamps");
        refuses(id, shelf -> shelf.lamps.put(null, Lamp.of("blue")), "without a key in Shelf.lamps");
        fails(
                sessions.run(session -> session.get(SHELF, id).doOnNext(shelf -> {
                    Lamp lamp = session.add(Lamp.of("blue"));
                    lamp.shelf = shelf;
                })),
                EntityStateException.class,
                "load that map");
    }

    @Test
    void shouldRefuseTheSameMemberUnderTwoKeys() {
        Long id = saved(shelf -> shelf.lamps.put(Side.LEFT, Lamp.of("red")));

        refuses(
                id,
                shelf -> shelf.lamps.put(Side.RIGHT, known(shelf.lamps.get(Side.LEFT))),
                "Shelf.lamps holds the same Lamp twice");
    }

    @Test
    void shouldDropTheEntryOfADeletedMember() {
        Long id = withLamps();

        within(session -> read(session, id).flatMap(shelf -> {
            session.delete(known(shelf.lamps.get(Side.LEFT)));
            return session.flush().doOnSuccess(done -> assertThat(shelf.lamps).containsOnlyKeys(Side.RIGHT));
        }));
    }

    @Test
    void shouldComeBackToTheKeysOfASavepoint() {
        Long id = withLamps();

        within(session -> read(session, id).flatMap(shelf -> session.savepoint(inner -> {
                    Lamp left = known(shelf.lamps.get(Side.LEFT));
                    shelf.lamps.put(Side.LEFT, known(shelf.lamps.put(Side.RIGHT, left)));
                    return inner.flush().then(Mono.error(new IllegalStateException("no")));
                })
                .onErrorComplete()
                .then(Mono.fromRunnable(
                        () -> assertThat(shelf.lamps.get(Side.LEFT)).hasToString("red")))));

        assertThat(read(id).lamps.get(Side.LEFT)).hasToString("red");
    }

    @Test
    void shouldHaveMembersByEntities() {
        Reader ann = Reader.of("ann");
        Reader bob = Reader.of("bob");
        Long id = saved(shelf -> {
            shelf.loans.put(ann, Loan.of(3));
            shelf.loans.put(bob, Loan.of(5));
        });

        within(session -> session.get(SHELF, id)
                .flatMap(shelf -> session.load(shelf, LOANS))
                .doOnNext(shelf -> {
                    assertThat(statements()).containsExactly("select shelf", "select loan", "select reader");
                    assertThat(shelf.loans).hasToString("{ann=3, bob=5}");
                    Map.Entry<Reader, Loan> first =
                            shelf.loans.entrySet().iterator().next();
                    shelf.loans.remove(first.getKey());
                    shelf.loans.put(Reader.of("eve"), first.getValue());
                }));

        assertThat(read(id).loans.keySet()).extracting(reader -> reader.name).containsExactlyInAnyOrder("bob", "eve");
        assertThat(count(READER)).isEqualTo(3);
    }

    @Test
    void shouldKeepKeysInAJoinTable() {
        Reader ann = Reader.of("ann");
        Long id = saved(shelf -> {
            shelf.roles.put("owner", ann);
            shelf.roles.put("guest", Reader.of("bob"));
            shelf.roles.put("host", ann);
        });
        assertThat(read(id).roles).hasSize(3);
        assertThat(read(id).roles.get("host")).hasToString("ann");

        List<String> statements = change(id, shelf -> shelf.roles.put("cook", known(shelf.roles.remove("host"))));

        assertThat(statements).containsExactly("delete shelf_roles", "update shelf", "insert shelf_roles");
        assertThat(read(id).roles).containsOnlyKeys("owner", "guest", "cook");
        assertThat(read(id).version).isEqualTo(2);
    }

    @Test
    void shouldKeepEntitiesAsKeysInAJoinTable() {
        Reader ann = Reader.of("ann");
        Reader bob = Reader.of("bob");
        Long id = saved(shelf -> {
            shelf.deputies.put(ann, bob);
            shelf.deputies.put(bob, ann);
        });

        Shelf read = read(id);
        assertThat(read.deputies).hasSize(2);
        read.deputies.forEach((key, deputy) -> assertThat(key.name).isNotEqualTo(deputy.name));

        change(id, shelf -> shelf.deputies.keySet().removeIf(reader -> reader.name.equals("ann")));
        assertThat(read(id).deputies).hasToString("{bob=ann}");
    }

    @Test
    void shouldReadMapsByEveryStrategy() {
        saved(shelf -> {
            shelf.books.put("a", Book.of("a"));
            shelf.lamps.put(Side.RIGHT, Lamp.of("red"));
            shelf.loans.put(Reader.of("ann"), Loan.of(1));
            shelf.roles.put("owner", Reader.of("bob"));
            shelf.deputies.put(Reader.of("x"), Reader.of("y"));
        });

        List<List<Load<Shelf>>> strategies = List.of(
                List.of(BOOKS.joined()),
                List.of(LAMPS.joined()),
                List.of(LOANS.joined()),
                List.of(ROLES.joined()),
                List.of(DEPUTIES.joined()),
                List.of(LAMPS.joined(), LOANS.joined(), ROLES.joined()),
                List.of(BOOKS.subquery(), LAMPS.subquery(), LOANS.subquery(), ROLES.subquery(), DEPUTIES.subquery()));
        for (List<Load<Shelf>> strategy : strategies) {
            List<Shelf> shelves =
                    inSession(session -> session.stream(select(with(strategy)).from(SHELF))
                            .concatMap(shelf -> session.load(shelf, List.of(BOOKS, LAMPS, LOANS, ROLES, DEPUTIES)))
                            .collectList());

            assertThat(shelves).as("%s", strategy).singleElement().satisfies(shelf -> {
                assertThat(shelf.books).containsOnlyKeys("a");
                assertThat(shelf.lamps).hasToString("{RIGHT=red}");
                assertThat(shelf.loans).hasToString("{ann=1}");
                assertThat(shelf.roles).hasToString("{owner=bob}");
                assertThat(shelf.deputies).hasToString("{x=y}");
            });
        }
    }

    @SuppressWarnings("unchecked") // an array of loads
    private static io.athanor.sql.Selection<Shelf> with(List<Load<Shelf>> loads) {
        return SHELF.with(loads.toArray(Load[]::new));
    }

    @Test
    void shouldMergeMaps() {
        Long id = withLamps();
        Shelf detached = read(id);
        Lamp left = known(detached.lamps.get(Side.LEFT));
        detached.lamps.put(Side.LEFT, known(detached.lamps.put(Side.RIGHT, left)));
        Reader ann = Reader.of("ann");
        doing(session -> session.add(ann));
        detached.loans.put(ann, Loan.of(7));

        within(session -> session.merge(detached));

        assertThat(read(id).lamps.get(Side.LEFT)).hasToString("green");
        assertThat(read(id).loans).hasToString("{ann=7}");
    }
}
