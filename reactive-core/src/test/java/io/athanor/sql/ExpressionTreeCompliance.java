package io.athanor.sql;

import static io.athanor.sql.Sql.literal;
import static io.athanor.sql.Sql.number;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static io.athanor.types.Types.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random trees, written, read back by the database and computed there, have the value that Java computes. */
interface ExpressionTreeCompliance extends LanguageCompliance {
    /** Trees in one statement, and statements. */
    int WIDTH = 20;

    /** How often. */
    int ROUNDS = 25;

    @Test
    default void shouldComputeWhatJavaComputes() {
        Random random = new Random(20260101);
        for (int round = 0; round < ROUNDS; round++) {
            List<Tree<Long>> trees = new ArrayList<>();
            List<Selection<?>> selections = new ArrayList<>();
            for (int i = 0; i < WIDTH; i++) {
                Tree<Long> tree = numbers(random, 5);
                trees.add(tree);
                selections.add(tree.expression());
            }

            Row row = database().rows(select(selections)).get(0);

            for (int i = 0; i < WIDTH; i++) {
                assertThat(row.get(i))
                        .as(trees.get(i).expression().toString())
                        .isEqualTo(trees.get(i).value());
            }
        }
    }

    @Test
    default void shouldDecideWhatJavaDecides() {
        Random random = new Random(20260102);
        for (int round = 0; round < ROUNDS; round++) {
            List<Tree<Boolean>> trees = new ArrayList<>();
            List<Selection<?>> selections = new ArrayList<>();
            for (int i = 0; i < WIDTH; i++) {
                Tree<Boolean> tree = conditions(random, 5);
                trees.add(tree);
                selections.add(tree.expression());
            }

            Row row = database().rows(select(selections)).get(0);

            for (int i = 0; i < WIDTH; i++) {
                assertThat(row.get(i))
                        .as(trees.get(i).expression().toString())
                        .isEqualTo(trees.get(i).value());
            }
        }
    }

    /** An expression and its value. */
    record Tree<T>(Expression<T> expression, T value) {}

    private static Tree<Long> numbers(Random random, int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            long leaf = random.nextInt(9) - 4L;
            return random.nextBoolean()
                    ? new Tree<>(value(leaf), leaf)
                    : new Tree<>(number(literal(leaf, BIGINT)), leaf);
        }
        Tree<Long> left = numbers(random, depth - 1);
        Tree<Long> right = numbers(random, depth - 1);
        NumberExpression<Long> a = number(left.expression());
        NumberExpression<Long> b = number(right.expression());
        long x = left.value();
        long y = right.value();
        return switch (random.nextInt(8)) {
            case 0 -> new Tree<>(a.plus(b), x + y);
            case 1 -> new Tree<>(a.minus(b), x - y);
            case 2 -> new Tree<>(a.times(b), x * y);
            case 3 -> y == 0 ? new Tree<>(a.negate(), -x) : new Tree<>(a.dividedBy(b), x / y);
            case 4 -> y == 0 ? new Tree<>(a.minus(1L), x - 1) : new Tree<>(a.mod(b), x % y);
            case 5 -> new Tree<>(a.negate(), -x);
            case 6 -> new Tree<>(a.bitAnd(b).minus(a.bitXor(b)), (x & y) - (x ^ y));
            default -> chosen(conditions(random, depth - 1), left, right);
        };
    }

    private static Tree<Long> chosen(Tree<Boolean> condition, Tree<Long> left, Tree<Long> right) {
        return new Tree<>(
                Sql.caseWhen(Sql.condition(condition.expression()), number(left.expression()))
                        .orElse(right.expression()),
                condition.value() ? left.value() : right.value());
    }

    private static Tree<Boolean> conditions(Random random, int depth) {
        if (depth == 0) {
            boolean leaf = random.nextBoolean();
            return new Tree<>(value(leaf), leaf);
        }
        Tree<Boolean> left = conditions(random, depth - 1);
        Tree<Boolean> right = conditions(random, depth - 1);
        Predicate a = Sql.condition(left.expression());
        Predicate b = Sql.condition(right.expression());
        boolean p = left.value();
        boolean q = right.value();
        return switch (random.nextInt(9)) {
            case 0 -> new Tree<>(a.and(b), p && q);
            case 1 -> new Tree<>(a.or(b), p || q);
            case 2 -> new Tree<>(a.not(), !p);
            case 3 -> new Tree<>(a.eq(b), p == q);
            case 4 -> new Tree<>(a.isTrue().ne(b), p != q);
            case 5 -> new Tree<>(a.and(b).isNotNull().and(a.or(b)), p || q);
            case 6 -> new Tree<>(a.isDistinctFrom(b), p != q);
            case 7 -> compared(numbers(random, depth - 1), numbers(random, depth - 1));
            default -> new Tree<>(a.in(true), p);
        };
    }

    private static Tree<Boolean> compared(Tree<Long> left, Tree<Long> right) {
        return new Tree<>(
                left.expression()
                        .le(right.expression())
                        .and(left.expression().between(left.expression(), right.expression())),
                left.value() <= right.value());
    }
}
