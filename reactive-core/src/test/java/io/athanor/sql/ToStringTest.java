package io.athanor.sql;

import static io.athanor.sql.Shop.ORDERS;
import static io.athanor.sql.Shop.STOCK;
import static io.athanor.sql.Shop.USERS;
import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.literal;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.sql;
import static io.athanor.sql.Sql.update;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every node reads as SQL, and shows no bound value: it may be a secret. */
class ToStringTest {
    private static final Set<Class<?>> NODES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.athanor.sql").stream()
                    .map(JavaClass::reflect)
                    .filter(type -> EveryNode.isNode(type) && type.getEnclosingClass() != Shop.class)
                    .collect(Collectors.toSet());

    static List<EveryNode.Example> examples() {
        return EveryNode.examples(4711);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldShowNoValue(EveryNode.Example example) {
        NodeFinder.in(example.node()).forEach(node -> assertThat(node.toString())
                .doesNotContain("4711", "@", "[", "…")
                .doesNotContain(node.getClass().getSimpleName()));
    }

    @Test
    void shouldHaveAnExampleOfEveryNode() {
        Set<Class<?>> shown = new HashSet<>();
        examples().forEach(example -> NodeFinder.in(example.node()).forEach(node -> shown.add(node.getClass())));

        assertThat(NODES)
                .hasSizeGreaterThan(60)
                .filteredOn(node -> !shown.contains(node))
                .isEmpty();
    }

    @Test
    void shouldReadAsSql() {
        assertThat(select(USERS.name).where(USERS.age.gt(18)).limit(3))
                .hasToString("select users.name from users where users.age > ? fetch first ? rows only");
        assertThat(USERS.name.as("Name")).hasToString("users.name as Name");
        assertThat(USERS.as("u")).hasToString("users u");
        assertThat(literal("it's", TEXT)).hasToString("'it''s'");
        assertThat(select(column("Odd \"name\"", INTEGER))).hasToString("select \"Odd \"\"name\"\"\"");
        assertThat(sql("select :a").bind("a", INTEGER, 1)).hasToString("select :a");
        assertThat(insertInto(STOCK).values(STOCK.sku.to("x"))).hasToString("insert into stock (sku) values (?)");
        assertThat(STOCK.sku.to("x")).hasToString("sku = ?");
        assertThat(select(ORDERS.id).where(and())).hasToString("select orders.id from orders where 1 = 1");
    }

    @Test
    void shouldSayWhatIsMissing() {
        assertThat(insertInto(STOCK))
                .hasToString("insert into stock… (the INSERT into stock has no rows; say values(...))");
        assertThat(update(STOCK)).asString().endsWith("… (the UPDATE of stock sets nothing; say set(...))");
    }
}
