package io.athanor.driver.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.BadStatementException;
import io.athanor.engine.Engine;
import io.athanor.engine.Executor;
import io.athanor.engine.TransactionOptions;
import io.athanor.sql.Sql;
import io.athanor.types.Types;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class SqliteDriverTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"sqlite::memory:", "sqlite://", "sqlite:mem:///kept"})
    void shouldKeepADatabaseInMemoryAsLongAsItsEngine(String url) {
        for (int round = 0; round < 2; round++) { // nothing is left of the first
            Engine engine = Engine.builder(url).poolSize(0).maxOverflow(3).build();

            StepVerifier.create(execute(engine, "create table t (a integer)")
                            .then(execute(engine, "insert into t values (1), (2)"))
                            .thenMany(Flux.range(0, 6).flatMap(i -> count(engine), 3)))
                    .expectNext(2L, 2L, 2L, 2L, 2L, 2L)
                    .expectComplete()
                    .verify(SOON);

            engine.close().block(SOON);
        }
    }

    @Test
    void shouldGiveEachEngineWithoutANameADatabaseOfItsOwn() {
        Engine one = Engine.of("sqlite::memory:");
        Engine other = Engine.of("sqlite::memory:");
        try {
            execute(one, "create table t (a integer)").block(SOON);

            StepVerifier.create(count(other)).verifyError(BadStatementException.class);
        } finally {
            one.close().then(other.close()).block(SOON);
        }
    }

    @Test
    void shouldLetOthersReadWhileATransactionWrites(@TempDir Path folder) {
        Engine engine = Engine.of("sqlite:///" + folder.resolve("shop.db"));
        try {
            Mono<Long> seen = engine.transaction(
                    tx -> tx.execute(Sql.sql("insert into t values (1)")).then(count(engine)));

            StepVerifier.create(execute(engine, "create table t (a integer)").then(seen))
                    .expectNext(0L)
                    .verifyComplete();
            StepVerifier.create(count(engine)).expectNext(1L).verifyComplete();
        } finally {
            engine.close().block(SOON);
        }
    }

    @Test
    void shouldLeaveTheJournalAsItsUrlSays(@TempDir Path folder) {
        Path file = folder.resolve("shop.db");
        Engine engine = Engine.of("sqlite:///" + file + "?journalMode=delete");
        try {
            execute(engine, "create table t (a integer)").block(SOON);

            assertThat(Files.exists(folder.resolve("shop.db-wal"))).isFalse();
        } finally {
            engine.close().block(SOON);
        }
    }

    @Test
    void shouldLetTransactionsThatHaveReadWriteInTurn(@TempDir Path folder) {
        Engine engine = Engine.of("sqlite:///" + folder.resolve("shop.db"));
        try {
            execute(engine, "create table t (a integer)").block(SOON);
            Mono<Long> readAndWrite =
                    engine.transaction(tx -> count(tx).then(tx.execute(Sql.sql("insert into t values (1)"))));

            StepVerifier.create(Flux.range(0, 40).flatMap(i -> readAndWrite, 8).then(count(engine)))
                    .expectNext(40L)
                    .expectComplete()
                    .verify(SOON);
        } finally {
            engine.close().block(SOON);
        }
    }

    @Test
    void shouldReadBesideAWriterInATransactionThatOnlyReads(@TempDir Path folder) {
        Engine engine = Engine.of("sqlite:///" + folder.resolve("shop.db"));
        TransactionOptions readOnly = TransactionOptions.defaults().readOnly();
        try {
            execute(engine, "create table t (a integer)").block(SOON);
            Mono<List<Long>> counts = engine.transaction(readOnly, tx -> count(tx)
                    .concatWith(execute(engine, "insert into t values (1)").then(count(tx)))
                    .collectList());

            StepVerifier.create(counts).expectNext(List.of(0L, 0L)).verifyComplete();
        } finally {
            engine.close().block(SOON);
        }
    }

    private static Mono<Long> execute(Engine engine, String sql) {
        return engine.execute(Sql.sql(sql));
    }

    private static Mono<Long> count(Executor on) {
        return on.one(Sql.sql("select count(*) from t").rows(Sql.column("n", Types.BIGINT)));
    }
}
