package io.athanor.orm;

import static io.athanor.orm.Warehouse.ITEM;
import static io.athanor.orm.Warehouse.LORRY;
import static io.athanor.orm.Warehouse.MAKER;
import static io.athanor.orm.Warehouse.VEHICLE;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.Warehouse.Bicycle;
import io.athanor.orm.Warehouse.Item;
import io.athanor.orm.Warehouse.Lorry;
import io.athanor.orm.Warehouse.Maker;
import io.athanor.orm.Warehouse.Measure;
import io.athanor.orm.Warehouse.Vehicle;
import io.athanor.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entities with secondary tables, on every database. */
abstract class SecondaryCompliance extends HierarchyFixture {
    SecondaryCompliance(TestDatabase database) {
        super(database, Warehouse.MODEL);
    }

    /** A plain item, and one with a text, a measure and a maker. */
    @BeforeEach
    void fill() {
        within(session -> session.stream(select(ITEM))
                .doOnNext(session::delete)
                .then(session.stream(select(VEHICLE)).doOnNext(session::delete).then())
                .then(session.stream(select(MAKER)).doOnNext(session::delete).then()));
        doing(session -> {
            Maker maker = new Maker();
            maker.name = "Acme";
            Item full = new Item("full");
            full.longName = "full of it";
            full.description = "words";
            full.measure = new Measure();
            full.measure.width = 3;
            full.maker = maker;
            session.add(maker);
            session.add(new Item("plain"));
            session.add(full);
        });
        plans();
        statements();
    }

    private Item item(String name) {
        return rows(select(ITEM).where(ITEM.text("name").eq(name))).get(0);
    }

    @Test
    void shouldInsertRowsOnlyWhereThereIsSomethingInThem() {
        assertThat(count("item")).isEqualTo(2);
        assertThat(count("item_text")).isEqualTo(1);
        assertThat(count("item_measure")).isEqualTo(1);
    }

    @Test
    void shouldInsertSetsByTable() {
        doing(session -> {
            for (int i = 0; i < 100; i++) {
                Item item = new Item("item " + i);
                item.description = i % 2 == 0 ? "even" : null;
                session.add(item);
            }
        });

        assertThat(plans()).containsExactly("insert item x100 / insert item_text x50");
    }

    @Test
    void shouldReadWhatIsThereAndNullWhereNothingIs() {
        Item full = item("full");
        Item plain = item("plain");

        assertThat(full.longName).isEqualTo("full of it");
        assertThat(full.description).isEqualTo("words");
        assertThat(known(full.measure).width).isEqualTo(3);
        assertThat(known(full.maker).name).isEqualTo("Acme");
        assertThat(plain.longName).isNull();
        assertThat(plain.measure).isNull();
        assertThat(plain.maker).isNull();
    }

    @Test
    void shouldAskForColumnsOfTheSameNameInTwoTables() {
        assertThat(rows(select(ITEM).where(ITEM.text("longName").like("full%"))))
                .hasSize(1);
        assertThat(rows(select(ITEM).where(ITEM.text("name").like("full%")))).hasSize(1);
        assertThat(rows(select(ITEM.text("longName"))
                        .from(ITEM)
                        .where(ITEM.text("name").eq("full"))))
                .containsExactly("full of it");
    }

    @Test
    void shouldInsertARowWhenSomethingComesIntoIt() {
        within(session -> session.one(select(ITEM).where(ITEM.text("name").eq("plain")))
                .doOnNext(item -> item.description = "new"));

        assertThat(plans()).containsExactly("update item x1 / upsert item_text x1");
        assertThat(item("plain").description).isEqualTo("new");
    }

    @Test
    void shouldUpdateARowThatIsThere() {
        within(session -> session.one(select(ITEM).where(ITEM.text("name").eq("full")))
                .doOnNext(item -> {
                    item.description = "other";
                    item.longName = null;
                }));

        assertThat(plans()).containsExactly("update item x1 / update item_text x1");
        assertThat(item("full").description).isEqualTo("other");
        assertThat(item("full").version).isEqualTo(2);
    }

    @Test
    void shouldDeleteARowInWhichNothingIsLeft() {
        within(session ->
                session.one(select(ITEM).where(ITEM.text("name").eq("full"))).doOnNext(item -> item.measure = null));

        assertThat(plans()).containsExactly("update item x1 / delete item_measure x1");
        assertThat(count("item_measure")).isZero();
        assertThat(item("full").measure).isNull();
    }

    @Test
    void shouldUpdateTheFirstTableAlone() {
        within(session ->
                session.one(select(ITEM).where(ITEM.text("name").eq("full"))).doOnNext(item -> item.name = "renamed"));

        assertThat(plans()).containsExactly("update item x1");
    }

    @Test
    void shouldWriteAReferenceToARowThatIsNew() {
        within(session -> session.one(select(ITEM).where(ITEM.text("name").eq("plain")))
                .doOnNext(item -> {
                    item.maker = new Maker();
                    session.add(item.maker);
                }));

        assertThat(plans()).containsExactly("insert maker x1 / update item x1 / upsert item_text x1");
        assertThat(item("plain").maker).isNotNull();
    }

    @Test
    void shouldUpdateAPartThatWasNotRead() {
        within(session -> session.one(select(ITEM.only(ITEM.text("name")))
                        .where(ITEM.text("name").eq("full")))
                .doOnNext(item -> item.description = "later"));

        assertThat(item("full").description).isEqualTo("later");
        assertThat(item("full").longName).isEqualTo("full of it");
    }

    @Test
    void shouldDeleteRowsOfAllTables() {
        within(session -> session.stream(select(ITEM)).doOnNext(session::delete).then());

        assertThat(plans()).containsExactly("delete item_measure x2 / delete item_text x2 / delete item x2");
        assertThat(count("item") + count("item_text") + count("item_measure")).isZero();
    }

    @Test
    void shouldLoadMembersByAForeignKeyInASecondaryTable() {
        var items = MAKER.toMany("items", Item.class);

        for (var load : List.of(items.selectIn(), items.joined(), items.subquery())) {
            Maker maker = rows(select(MAKER.with(load))).get(0);

            assertThat(maker.items).extracting(item -> item.name).containsExactly("full");
        }
        assertThat(rows(select(ITEM).where(ITEM.toOne("maker", Maker.class).isNotNull())))
                .hasSize(1);
        assertThat(rows(select(ITEM).where(ITEM.toOne("maker", Maker.class).has(maker -> maker.text("name")
                        .eq("Acme")))))
                .hasSize(1);
    }

    @Test
    void shouldHaveASecondaryTableForOneClassOfATable() {
        doing(session -> {
            Lorry lorry = new Lorry();
            lorry.plate = "L";
            lorry.wheels = 6;
            lorry.load = 40;
            Bicycle bicycle = new Bicycle();
            bicycle.plate = "B";
            bicycle.gears = 7;
            session.add(lorry);
            session.add(bicycle);
        });

        List<Vehicle> vehicles =
                rows(select(VEHICLE).orderBy(VEHICLE.text("plate").asc()));

        assertThat(vehicles).hasExactlyElementsOfTypes(Bicycle.class, Lorry.class);
        assertThat(((Lorry) vehicles.get(1)).load).isEqualTo(40);
        assertThat(((Lorry) vehicles.get(1)).wheels).isEqualTo(6);
        assertThat(rows(select(LORRY).where(LORRY.number("load", Integer.class).gt(10))))
                .hasSize(1);
        assertThat(rows(select(LORRY))).hasSize(1);
    }
}
