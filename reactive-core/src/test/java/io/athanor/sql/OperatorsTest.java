package io.athanor.sql;

import static io.athanor.sql.SqlAssert.H2;
import static io.athanor.sql.SqlAssert.POSTGRESQL;
import static io.athanor.sql.SqlAssert.SQLITE;
import static io.athanor.sql.SqlAssert.assertSql;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.dialect.Dialect;
import io.athanor.dialect.Feature;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of operators and functions: each has its row, in every spelling. */
class OperatorsTest {
    static List<OperatorExample> examples() {
        return OperatorExamples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldSpell(OperatorExample example) {
        String numbered = numbered(example.standard());

        assertSql(example.expression()).is(example.standard());
        assertSql(example.expression()).on(POSTGRESQL).is(example.postgres() == null ? numbered : example.postgres());
        assertSpells(example, H2, example.h2() == null ? numbered : example.h2());
        assertSpells(example, SQLITE, example.sqlite() == null ? numbered : example.sqlite());
    }

    private static void assertSpells(OperatorExample example, Dialect dialect, String expected) {
        Feature needed = example.needs();
        if (needed == null || dialect.supports(needed)) {
            assertSql(example.expression()).on(dialect).is(expected);
        } else {
            assertSql(example.expression()).on(dialect).refuses(needed.words());
        }
    }

    @Test
    void shouldHaveARowForEveryOperator() throws IllegalAccessException {
        Set<Operator> shown = new HashSet<>();
        examples().forEach(example -> shown.add(example.operator()));

        for (Field field : Operators.class.getFields()) {
            assertThat(shown).as(field.getName()).contains((Operator) field.get(null));
        }
    }

    @Test
    void shouldUseTheOperatorOfItsRow() {
        assertThat(examples()).allSatisfy(example -> assertThat(uses(example.expression(), example.operator()))
                .as(example.toString())
                .isTrue());
    }

    @Test
    void shouldNameEveryOperatorOnce() {
        assertThat(examples()).extracting(example -> example.operator().name()).doesNotHaveDuplicates();
    }

    private static boolean uses(SqlNode node, Operator operator) {
        return NodeFinder.in(node)
                .anyMatch(found -> found instanceof Op<?> op && op.operator().equals(operator));
    }

    private static String numbered(String standard) {
        AtomicInteger number = new AtomicInteger();
        return Pattern.compile("\\?").matcher(standard).replaceAll(mark -> "\\$" + number.incrementAndGet());
    }
}
