package io.athanor.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.athanor.ConfigurationException;
import io.athanor.dialect.Dialect;
import io.athanor.dialect.H2Dialect;
import io.athanor.sql.Select;
import io.athanor.sql.Sql;
import io.athanor.types.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class StatementCacheTest {
    private static final Dialect H2 = new H2Dialect();

    @Test
    void shouldReturnTheSameStringForEqualStatements() {
        StatementCompiler compiler = new StatementCompiler(H2, 10);

        BoundStatement first = compiler.compile(statement(1, 7));
        BoundStatement second = compiler.compile(statement(1, 8));

        assertThat(second.sql()).isSameAs(first.sql());
        assertThat(first.values()).containsExactly(7);
        assertThat(second.values()).containsExactly(8);
        assertThat(compiler.cachedStatements()).isEqualTo(1);
    }

    @Test
    void shouldKeepNoMoreThanItsCapacity() {
        StatementCompiler compiler = new StatementCompiler(H2, 3);

        for (int i = 0; i < 20; i++) {
            compiler.compile(statement(i, 0));
            assertThat(compiler.cachedStatements()).isEqualTo(Math.min(i + 1, 3));
        }
    }

    @Test
    void shouldGiveWhatWasUsedASecondChance() {
        StatementCompiler compiler = new StatementCompiler(H2, 3);
        String first = compiler.compile(statement(1, 0)).sql();
        String second = compiler.compile(statement(2, 0)).sql();
        compiler.compile(statement(3, 0));

        compiler.compile(statement(1, 0)); // used again
        compiler.compile(statement(4, 0)); // 2 has to go: it is the oldest not used again

        assertThat(compiler.compile(statement(1, 0)).sql()).isSameAs(first);
        assertThat(compiler.compile(statement(2, 0)).sql()).isNotSameAs(second).isEqualTo(second);
    }

    @Test
    void shouldMakeRoomEvenIfAllWereUsed() {
        StatementCompiler compiler = new StatementCompiler(H2, 2);
        for (int round = 0; round < 2; round++) {
            compiler.compile(statement(1, 0));
            compiler.compile(statement(2, 0));
        }

        compiler.compile(statement(3, 0));

        assertThat(compiler.cachedStatements()).isEqualTo(2);
    }

    @Test
    void shouldKeepNothingIfToldSo() {
        StatementCompiler compiler = new StatementCompiler(H2, 0);

        String first = compiler.compile(statement(1, 0)).sql();

        assertThat(compiler.compile(statement(1, 0)).sql()).isEqualTo(first).isNotSameAs(first);
        assertThat(compiler.cachedStatements()).isZero();
    }

    @Test
    void shouldRefuseANegativeCapacity() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new StatementCompiler(H2, -1))
                .withMessage("statementCacheSize is -1; it is 0 for none, or more");
    }

    @Test
    void shouldAnswerEveryThreadRightWhileStatementsComeAndGo() throws Exception {
        StatementCompiler compiler = new StatementCompiler(H2, 8);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                Random random = new Random(thread);
                done.add(threads.submit(() -> {
                    for (int i = 0; i < 20_000; i++) {
                        int shape = random.nextInt(24);
                        BoundStatement bound = compiler.compile(statement(shape, i));
                        assertThat(bound.sql()).contains("\"column" + shape + "\"");
                        assertThat(bound.values()).containsExactly(i);
                    }
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(compiler.cachedStatements()).isBetween(1, 8);
    }

    private static Select<?> statement(int shape, int value) {
        return Sql.select(Sql.column("column" + shape, Types.INTEGER).eq(value));
    }
}
