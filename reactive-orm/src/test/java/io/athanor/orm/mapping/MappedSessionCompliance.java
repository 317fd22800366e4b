package io.athanor.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Engine;
import io.athanor.orm.Session;
import io.athanor.orm.Sessions;
import io.athanor.orm.mapping.Shop.Account;
import io.athanor.orm.mapping.Shop.Customer;
import io.athanor.orm.mapping.Shop.Line;
import io.athanor.orm.mapping.Shop.LineId;
import io.athanor.orm.mapping.Shop.Money;
import io.athanor.orm.mapping.Shop.Shelf;
import io.athanor.orm.mapping.Shop.ShelfId;
import io.athanor.orm.mapping.Zoo.Animal;
import io.athanor.orm.mapping.Zoo.Cat;
import io.athanor.orm.mapping.Zoo.Dog;
import io.athanor.orm.mapping.Zoo.Keeper;
import io.athanor.orm.mapping.Zoo.Puppy;
import io.athanor.sql.Sql;
import io.athanor.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Mono;

/** What is mapped in a special way goes into the database and comes back from it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MappedSessionCompliance {
    private static final DynamicEntityTable<Animal, Long> ANIMAL = Zoo.MODEL.table(Animal.class);
    private static final DynamicEntityTable<Dog, Long> DOG = Zoo.MODEL.table(Dog.class);
    private static final DynamicEntityTable<Keeper, Long> KEEPER = Zoo.MODEL.table(Keeper.class);
    private static final DynamicEntityTable<Customer, Long> CUSTOMER = Shop.MODEL.table(Customer.class);
    private static final DynamicEntityTable<Account, Long> ACCOUNT = Shop.MODEL.table(Account.class);

    private static final DynamicEntityTable<Diary.Entry, Long> ENTRY = Diary.MODEL.table(Diary.Entry.class);

    private final Engine engine;
    private final Sessions zoo;
    private final Sessions shop;
    private final Sessions diary;

    MappedSessionCompliance(TestDatabase database) {
        engine = Engine.of(database.url());
        zoo = Sessions.of(engine, Zoo.MODEL);
        shop = Sessions.of(engine, Shop.MODEL);
        diary = Sessions.of(engine, Diary.MODEL);
    }

    @BeforeAll
    void createTables() {
        run(engine.execute(Zoo.MODEL.metaData().createAll()));
        run(engine.execute(Shop.MODEL.metaData().createAll()));
        run(engine.execute(Diary.MODEL.metaData().createAll()));
        run(zoo.run(session -> Mono.fromRunnable(() -> animals().forEach(session::add))));
    }

    @AfterAll
    void closeEngine() {
        run(engine.close());
    }

    private static List<Animal> animals() {
        Keeper keeper = new Keeper();
        keeper.id = 1;
        Cat cat = named(new Cat(), 1, "Tom", keeper);
        cat.lives = 7;
        Dog dog = named(new Dog(), 2, "Rex", keeper);
        dog.barks = true;
        dog.enemy = cat;
        Puppy puppy = named(new Puppy(), 3, "Bit", keeper);
        puppy.weeks = 9;
        return List.of(cat, dog, puppy);
    }

    private static <A extends Animal> A named(A animal, long id, String name, Keeper keeper) {
        animal.id = id;
        animal.name = name;
        animal.keeper = keeper;
        return animal;
    }

    private static <T> @Nullable T run(Mono<T> work) {
        return work.block(Duration.ofSeconds(20));
    }

    private <T> T in(Sessions sessions, Function<Session, Mono<T>> work) {
        return Objects.requireNonNull(run(sessions.run(work)));
    }

    @Test
    void shouldReadEachRowOfAHierarchyAsItsClass() {
        List<Animal> all = in(zoo, session -> session.stream(Sql.select(ANIMAL)
                        .from(ANIMAL)
                        .orderBy(ANIMAL.number("id", Long.class).asc()))
                .collectList());

        assertThat(all).extracting(Object::getClass).containsExactly(Cat.class, Dog.class, Puppy.class);
        assertThat(((Puppy) all.get(2)).weeks).isEqualTo(9);
        assertThat(((Dog) all.get(1)).enemy).isSameAs(all.get(0));
    }

    @Test
    void shouldReadOfAClassThatSharesItsTableItsOwnRowsAlone() {
        List<Dog> dogs =
                in(zoo, session -> session.stream(Sql.select(DOG).from(DOG)).collectList());

        assertThat(dogs).extracting(dog -> dog.name).containsExactlyInAnyOrder("Rex", "Bit");
    }

    @Test
    void shouldGetAnObjectOfTheClassThatItsRowIsOf() {
        Animal puppy = in(zoo, session -> session.get(ANIMAL, 3L));
        Dog none = run(zoo.run(session -> session.get(DOG, 1L)));

        assertThat(puppy).isInstanceOf(Puppy.class);
        assertThat(none).isNull();
    }

    @Test
    void shouldLoadMembersOfSeveralClasses() {
        Keeper keeper = in(zoo, session -> session.get(KEEPER, 1L)
                .flatMap(found -> session.load(found, KEEPER.toMany("animals", Animal.class))));

        assertThat(keeper.animals).hasSize(3).hasAtLeastOneElementOfType(Puppy.class);
    }

    @Test
    void shouldWriteWhatOnlyASubclassHas() {
        run(zoo.run(session -> session.get(ANIMAL, 3L)
                .doOnNext(animal -> ((Puppy) animal).weeks = 10)
                .then()));

        assertThat(((Puppy) in(zoo, session -> session.get(ANIMAL, 3L))).weeks).isEqualTo(10);
    }

    @Test
    void shouldKeepEmbeddedObjectsAndConvertedValues() {
        Customer customer = new Customer();
        customer.credit = new Money(new BigDecimal("12.5"), "CHF");
        customer.colour = Shop.Colour.BLUE;
        customer.active = true;
        customer.work = new Shop.Address();
        customer.work.city = "Bern";
        run(shop.run(session -> Mono.fromRunnable(() -> session.add(customer))));

        Customer read = in(shop, session -> session.get(CUSTOMER, Objects.requireNonNull(customer.id)));

        assertThat(read).isNotSameAs(customer);
        assertThat(read.credit).isEqualTo(customer.credit);
        assertThat(read.colour).isEqualTo(Shop.Colour.BLUE);
        assertThat(read.active).isTrue();
        assertThat(read.home).isNull();
        assertThat(Objects.requireNonNull(read.work).city).isEqualTo("Bern");
    }

    @Test
    void shouldWriteOneColumnOfAnEmbeddedObject() {
        Customer customer = new Customer();
        customer.credit = new Money(BigDecimal.ONE, "CHF");
        run(shop.run(session -> Mono.fromRunnable(() -> session.add(customer))));
        long id = Objects.requireNonNull(customer.id);

        run(shop.run(session -> session.get(CUSTOMER, id)
                .doOnNext(found -> found.credit = new Money(BigDecimal.ONE, "EUR"))
                .then()));

        assertThat(in(shop, session -> session.get(CUSTOMER, id)).credit).isEqualTo(new Money(BigDecimal.ONE, "EUR"));
    }

    @Test
    void shouldShareTheKeyOfANewEntity() {
        Customer customer = new Customer();
        Account account = new Account();
        account.setHolder(customer);
        run(shop.run(session -> Mono.fromRunnable(() -> session.add(account))));
        long id = Objects.requireNonNull(customer.id);

        Account read = in(shop, session -> session.get(ACCOUNT, id));

        assertThat(Objects.requireNonNull(read.getHolder()).id).isEqualTo(id);
        assertThat(ACCOUNT.mapping().key(account)).isEqualTo(List.of(id));
    }

    @Test
    void shouldFindEntitiesByCompositeIds() {
        DynamicEntityTable<Shelf, ShelfId> shelves = Shop.MODEL.table(Shelf.class);
        DynamicEntityTable<Line, LineId> lines = Shop.MODEL.table(Line.class);
        Shelf shelf = new Shelf();
        shelf.hall = 1;
        shelf.place = 2;
        Line line = new Line();
        line.id = new LineId(7, "nut");
        line.shelf = shelf;
        Shop.Order order = new Shop.Order();
        order.lines.add(line);
        run(shop.run(session -> Mono.fromRunnable(() -> session.add(order))));

        Line read = in(shop, session -> session.get(lines, new LineId(7, "nut")));

        assertThat(Objects.requireNonNull(read.shelf).place).isEqualTo(2);
        assertThat(in(shop, session -> session.get(shelves, new ShelfId(1, 2))).hall)
                .isEqualTo(1);
    }

    @Test
    void shouldCallBackBeforeAndAfterRowsAreWritten() {
        Diary.Entry entry = new Diary.Entry();
        entry.text = "rain";
        run(diary.run(session -> Mono.fromRunnable(() -> session.add(entry))));
        String listener = "listener of " + Objects.requireNonNull(entry.id);

        Diary.Entry changed = in(diary, session -> session.get(ENTRY, Objects.requireNonNull(entry.id))
                .doOnNext(found -> found.text = "sun")
                .flatMap(found -> session.flush().thenReturn(found))
                .doOnNext(session::delete));

        assertThat(entry.heard).containsExactly("persist", listener);
        assertThat(changed.heard).containsExactly("loaded rain", "update", listener, "remove", listener);
    }

    @Test
    void shouldWriteWhatCallbacksChange() {
        Diary.Entry entry = new Diary.Entry();
        run(diary.run(session -> Mono.fromRunnable(() -> session.add(entry))));
        long id = Objects.requireNonNull(entry.id);
        run(diary.run(session ->
                session.get(ENTRY, id).doOnNext(found -> found.text = "sun").then()));

        assertThat(in(diary, session -> session.get(ENTRY, id)).changes).isEqualTo(2);
    }
}
