package io.athanor.orm.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the attributes of entities become in their tables. */
class GeneratedFieldsTest {
    @TempDir
    Path folder;

    @Test
    void shouldTypeColumnsByTheirJavaType() {
        String source = table(
                "Thing",
                """
                @Entity class Thing {
                    enum Size { SMALL }
                    @Id long id;
                    short s; Integer i; float f; Double d; BigDecimal price; BigInteger count; byte b;
                    boolean flag; char letter; LocalDate day; Size size; byte[] bytes; UUID key;
                    @Lob String text;
                    @Convert(converter = Upper.class) String upper;
                    @Convert(converter = Upper.class) Map<String, ? extends List<Integer>> map;
                    static int counter;
                    transient int temporary;
                    static class Upper implements AttributeConverter<String, String> {
                        public String convertToDatabaseColumn(String value) { return value; }
                        public String convertToEntityAttribute(String value) { return value; }
                    }
                }
                """);

        assertThat(source)
                .contains(
                        "class ThingTable extends EntityTable<Thing, Long, ThingTable>",
                        "final NumberColumn<Long> id = number(\"id\", Long.class);",
                        "final NumberColumn<Short> s = number(\"s\", Short.class);",
                        "final NumberColumn<Integer> i = number(\"i\", Integer.class);",
                        "final NumberColumn<Float> f = number(\"f\", Float.class);",
                        "final NumberColumn<Double> d = number(\"d\", Double.class);",
                        "final NumberColumn<BigDecimal> price = number(\"price\", BigDecimal.class);",
                        "final Column<BigInteger> count = column(\"count\", BigInteger.class);",
                        "final Column<Byte> b = column(\"b\", Byte.class);",
                        "final Column<Boolean> flag = column(\"flag\", Boolean.class);",
                        "final Column<Character> letter = column(\"letter\", Character.class);",
                        "final Column<LocalDate> day = column(\"day\", LocalDate.class);",
                        "final Column<Thing.Size> size = column(\"size\", Thing.Size.class);",
                        "final Column<byte[]> bytes = column(\"bytes\", byte[].class);",
                        "final Column<UUID> key = column(\"key\", UUID.class);",
                        "final TextColumn text = text(\"text\");",
                        "final Column<String> upper = column(\"upper\", String.class);",
                        "final Column<Map<String, ? extends List<Integer>>> map = column(\"map\", Map.class);")
                .doesNotContain("counter", "temporary");
    }

    @Test
    void shouldHoldTheColumnsOfEmbeddedObjectsTogether() {
        String source = table(
                "Customer",
                """
                @Entity public class Customer {
                    @Id Long id;
                    @Embedded Address home;
                    Address work;
                    @Embeddable public static class Address {
                        String city;
                        Geo geo;
                        @ManyToOne Customer neighbour;
                    }
                    @Embeddable public static class Geo { double longitude; }
                }
                """);

        assertThat(source)
                .contains(
                        "    public final HomeColumns home = new HomeColumns();",
                        "    public final WorkColumns work = new WorkColumns();",
                        "    public final class HomeColumns {",
                        "        public final TextColumn city = text(\"home.city\");",
                        "        public final HomeGeoColumns geo = new HomeGeoColumns();",
                        "        public final NumberColumn<Double> longitude = number(\"home.geo.longitude\", Double.class);",
                        "        public final ToOne<Customer, Customer, CustomerTable> neighbour"
                                + " = toOne(\"work.neighbour\", () -> CustomerTable.CUSTOMER);",
                        "        public final NumberColumn<Long> neighbourId"
                                + " = number(\"work.neighbour.id\", Long.class);");
    }

    @Test
    void shouldIncludeWhatIsInheritedWithItsTypeArguments() {
        String source = table(
                "Dog",
                """
                @MappedSuperclass abstract class Base<K, L> { @Id K key; L label; }
                class NotMapped<K> extends Base<K, String> { String ignored; }
                @Entity abstract class Animal extends NotMapped<UUID> { @ManyToOne Animal mother; }
                @Entity class Dog extends Animal { int age; }
                """);

        assertThat(source)
                .contains(
                        "class DogTable extends EntityTable<Dog, UUID, DogTable>",
                        "final Column<UUID> key = column(\"key\", UUID.class);",
                        "final TextColumn label = text(\"label\");",
                        "final ToOne<Dog, Animal, AnimalTable> mother = toOne(\"mother\", () -> AnimalTable.ANIMAL);",
                        "final Column<UUID> motherKey = column(\"mother.key\", UUID.class);",
                        "final NumberColumn<Integer> age")
                .doesNotContain("ignored");
    }

    @Test
    void shouldLeadAlongAllRelationships() {
        String source = table(
                "Person",
                """
                @Entity class Person {
                    @Id Long id;
                    @OneToOne(mappedBy = "owner") Phone phone;
                    @OneToMany(targetEntity = Phone.class) Collection<?> phones;
                    @ManyToMany Map<String, Person> friends;
                    @ElementCollection Set<String> names;
                    @ElementCollection Map<String, Integer> scores;
                    @OneToOne @MapsId Person self;
                    @ManyToOne @JoinTable Person guide;
                }
                @Entity class Phone { @Id Long id; @OneToOne Person owner; }
                """);

        assertThat(source)
                .contains(
                        "final ToOne<Person, Phone, PhoneTable> phone = toOne(\"phone\", () -> PhoneTable.PHONE);",
                        "final ToMany<Person, Phone, PhoneTable> phones = toMany(\"phones\", () -> PhoneTable.PHONE);",
                        "final ToMany<Person, Person, PersonTable> friends = toMany(\"friends\", ",
                        "final ToMany<Person, String, ElementTable<String>> names = elements(\"names\");",
                        "final ToMany<Person, Integer, ElementTable<Integer>> scores = elements(\"scores\");",
                        "final ToOne<Person, Person, PersonTable> self",
                        "final ToOne<Person, Person, PersonTable> guide")
                .doesNotContain("phoneId", "selfId", "guideId");
    }

    @Test
    void shouldReferToKeysOfSeveralColumns() {
        String source = table(
                "Shipment",
                """
                @Entity class Shipment { @Id Long id; @ManyToOne Line line; @ManyToOne Slot slot; Long slotShelf; }
                @Entity class Line {
                    @EmbeddedId LineId id;
                    @Embeddable static class LineId { Long order; int number; }
                }
                @Entity @IdClass(Slot.Key.class) class Slot {
                    @Id Long shelf;
                    @Id @ManyToOne Shipment shipment;
                    static class Key { Long shelf; Long shipment; }
                }
                """);

        assertThat(source)
                .contains(
                        "final NumberColumn<Long> lineIdOrder = number(\"line.id.order\", Long.class);",
                        "final NumberColumn<Integer> lineIdNumber = number(\"line.id.number\", Integer.class);",
                        "final NumberColumn<Long> slotShelf = number(\"slotShelf\", Long.class);",
                        "final NumberColumn<Long> slotShipmentId = number(\"slot.shipment.id\", Long.class);")
                .doesNotContain("\"slot.shelf\"");
        assertThat(new Compilation(folder, List.of()).source("LineTable"))
                .contains("EntityTable<Line, Line.LineId, LineTable>", "id.order");
    }

    private String table(String entity, String source) {
        Compilation compiled = Compilation.of(folder, source);
        assertThat(compiled.problems()).isEmpty();
        return compiled.source(entity + "Table");
    }
}
