package io.athanor.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.dialect.Dialect;
import io.athanor.dialect.H2Dialect;
import io.athanor.dialect.PostgresDialect;
import io.athanor.sql.EveryNode;
import io.athanor.sql.SqlNode;
import io.athanor.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Equal keys mean equal text and equal parameters; values are no part of a key. */
class StatementKeyTest {
    private static final Dialect POSTGRESQL = new PostgresDialect();
    private static final Dialect H2 = new H2Dialect();

    static Stream<Arguments> nodes() {
        List<EveryNode.Example> first = EveryNode.examples(1);
        List<EveryNode.Example> again = EveryNode.examples(1);
        List<EveryNode.Example> others = EveryNode.examples(2);
        List<Arguments> all = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            for (Dialect dialect : List.of(POSTGRESQL, H2)) {
                if (first.get(i).isKnownTo(dialect)) {
                    all.add(Arguments.of(first.get(i), again.get(i), others.get(i), dialect));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void shouldBeEqualForWhatIsBuiltTwice(
            EveryNode.Example one, EveryNode.Example again, EveryNode.Example other, Dialect dialect) {
        StatementKey key = StatementKey.of(one.node(), dialect);

        assertThat(StatementKey.of(again.node(), dialect)).isEqualTo(key).hasSameHashCodeAs(key);
        assertThat(SqlText.of(again.node(), dialect)).isEqualTo(SqlText.of(one.node(), dialect));
        assertThat(key.trimmed()).isEqualTo(key).hasSameHashCodeAs(key);
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void shouldNotDependOnValues(
            EveryNode.Example one, EveryNode.Example again, EveryNode.Example other, Dialect dialect) {
        StatementKey key = StatementKey.of(one.node(), dialect);
        StatementKey otherKey = StatementKey.of(other.node(), dialect);

        assertThat(otherKey).isEqualTo(key);
        assertThat(SqlText.walk(other.node(), dialect, false).parameters())
                .isEqualTo(SqlText.walk(one.node(), dialect, false).parameters());
        assertThat(key.values())
                .hasSameSizeAs(SqlText.walk(one.node(), dialect, false).parameters());
    }

    @Test
    void shouldDifferWhereTheTextDiffers() {
        for (Dialect dialect : List.of(POSTGRESQL, H2)) {
            List<EveryNode.Example> all = EveryNode.examples(1).stream()
                    .filter(example -> example.isKnownTo(dialect))
                    .toList();
            for (EveryNode.Example one : all) {
                for (EveryNode.Example other : all) {
                    boolean sameText = SqlText.of(one.node(), dialect).equals(SqlText.of(other.node(), dialect));
                    boolean sameTypes = SqlText.walk(one.node(), dialect, false)
                            .parameters()
                            .equals(SqlText.walk(other.node(), dialect, false).parameters());
                    if (!(sameText && sameTypes)) {
                        assertThat(StatementKey.of(one.node(), dialect))
                                .as(one + " and " + other)
                                .isNotEqualTo(StatementKey.of(other.node(), dialect));
                    }
                }
            }
        }
    }

    @Test
    void shouldTellAWordFromANameOfTheSameText() {
        SqlNode word = out -> out.word("x");
        SqlNode name = out -> out.name("x");
        SqlNode nameMarker = out -> out.word("x").name("x");
        SqlNode markerName = out -> out.name("x").word("x");

        assertThat(keys(word, name, nameMarker, markerName)).doesNotHaveDuplicates();
    }

    @Test
    void shouldTellLengthsOfListsApart() {
        SqlNode two = out -> out.word("a").word("b");
        SqlNode one = out -> out.word("a");
        SqlNode none = out -> {};

        assertThat(keys(one, two, none)).doesNotHaveDuplicates();
        assertThat(StatementKey.of(out -> out.word(""), H2)).isEqualTo(StatementKey.of(none, H2));
    }

    @Test
    void shouldGrowBeyondItsFirstRoom() {
        SqlNode long1 = out -> many(out, 500);
        SqlNode long2 = out -> many(out, 501);

        assertThat(StatementKey.of(long1, H2)).isEqualTo(StatementKey.of(long1, H2));
        assertThat(StatementKey.of(long1, H2)).isNotEqualTo(StatementKey.of(long2, H2));
    }

    private static void many(SqlWriter out, int count) {
        for (int i = 0; i < count; i++) {
            out.name("n" + i);
        }
    }

    private static List<StatementKey> keys(SqlNode... nodes) {
        return Stream.of(nodes).map(node -> StatementKey.of(node, H2)).toList();
    }
}
