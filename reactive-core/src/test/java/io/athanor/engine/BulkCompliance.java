package io.athanor.engine;

import static io.athanor.sql.ColumnOption.defaultValue;
import static io.athanor.sql.ColumnOption.identity;
import static io.athanor.sql.ColumnOption.notNull;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.ColumnOption.serverDefault;
import static io.athanor.sql.ColumnOption.unique;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.now;
import static io.athanor.sql.Sql.select;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.BINARY;
import static io.athanor.types.Types.BOOLEAN;
import static io.athanor.types.Types.DATE;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.JSON;
import static io.athanor.types.Types.TEXT;
import static io.athanor.types.Types.TIMESTAMP_WITH_TIME_ZONE;
import static io.athanor.types.Types.array;
import static io.athanor.types.Types.decimal;
import static io.athanor.types.Types.enumNative;
import static io.athanor.types.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.DatabaseException;
import io.athanor.UniqueViolationException;
import io.athanor.schema.MetaData;
import io.athanor.sql.Batch;
import io.athanor.sql.BatchReturning;
import io.athanor.sql.Column;
import io.athanor.sql.NumberColumn;
import io.athanor.sql.Row;
import io.athanor.sql.Table;
import io.athanor.sql.TextColumn;
import io.athanor.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What a batch fed by a publisher promises, on every database. */
abstract class BulkCompliance {
    enum Mood {
        GOOD,
        BAD
    }

    static final class Readings extends Table {
        final NumberColumn<Long> id = column("id", BIGINT, primaryKey(), identity());
        final NumberColumn<Integer> number = column("number", INTEGER, notNull(), unique());
        final TextColumn text = column("text", TEXT);
        final NumberColumn<BigDecimal> amount = column("amount", decimal(12, 2));
        final Column<LocalDate> day = column("day", DATE);
        final Column<Boolean> flag = column("flag", BOOLEAN);
        final Column<byte[]> bytes = column("bytes", BINARY);
        final Column<String> json = column("json", JSON);
        final Column<Mood> mood = column("mood", enumNative("bulk_mood", Mood.class));
        final TextColumn constant = column("constant", varchar(10), defaultValue("same"));
        final NumberColumn<Integer> counted = column("counted", INTEGER, defaultValue(COUNTER::incrementAndGet));
        final Column<Instant> made = column("made", TIMESTAMP_WITH_TIME_ZONE, defaultValue(now()));
        final NumberColumn<Integer> server = column("server", INTEGER, serverDefault(42));

        Readings() {
            super("readings");
        }
    }

    static final class Tagged extends Table {
        final NumberColumn<Integer> id = column("id", INTEGER, primaryKey());
        final Column<List<String>> tags = column("tags", array(varchar(10)));

        Tagged() {
            super("tagged");
        }
    }

    static final AtomicInteger COUNTER = new AtomicInteger();
    static final Readings READINGS = new Readings();
    static final Tagged TAGGED = new Tagged();
    static final MetaData SCHEMA = MetaData.of(READINGS, TAGGED);
    static final Batch<Integer> NUMBERS =
            insertInto(READINGS).each(READINGS.number.from(number -> number), READINGS.text.from(n -> "text " + n));
    static final BatchReturning<Integer, Row> KEYS = NUMBERS.returning(READINGS.id, READINGS.number);

    private final TestDatabase database;
    private Engine engine;

    BulkCompliance(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void create() {
        engine = Engine.of(database.url());
        StepVerifier.create(engine.drop(SCHEMA).then(engine.create(SCHEMA))).verifyComplete();
    }

    @AfterEach
    void close() {
        assertAtRest();
        StepVerifier.create(engine.close()).verifyComplete();
    }

    /** What is cancelled is undone behind its subscriber's back, but soon. */
    private void assertAtRest() {
        StepVerifier.create(Mono.fromSupplier(() -> engine.poolMetrics().acquired())
                        .filter(acquired -> acquired == 0)
                        .repeatWhenEmpty(1_000, tries -> tries.delayElements(Duration.ofMillis(10))))
                .expectNext(0)
                .verifyComplete();
    }

    private void assertRows(long expected) {
        StepVerifier.create(engine.one(select(count()).from(READINGS)))
                .expectNext(expected)
                .verifyComplete();
    }

    @Test
    void shouldReturnKeysInTheOrderOfTheInput() {
        List<Integer> shuffled =
                new ArrayList<>(IntStream.range(0, 20_000).boxed().toList());
        Collections.shuffle(shuffled, new Random(7));

        List<Row> rows = engine.stream(KEYS, Flux.fromIterable(shuffled))
                .collectList()
                .blockOptional()
                .orElseThrow();

        assertThat(rows).extracting(row -> row.get(READINGS.number)).isEqualTo(shuffled);
        assertThat(rows).extracting(row -> row.get(READINGS.id)).isSorted();
    }

    @Test
    void shouldInsertEveryKindOfColumnAndNulls() {
        record Reading(
                int number,
                String text,
                BigDecimal amount,
                LocalDate day,
                Boolean flag,
                byte[] bytes,
                String json,
                Mood mood) {}
        Batch<Reading> batch = insertInto(READINGS)
                .each(
                        READINGS.number.from(Reading::number),
                        READINGS.text.from(Reading::text),
                        READINGS.amount.from(Reading::amount),
                        READINGS.day.from(Reading::day),
                        READINGS.flag.from(Reading::flag),
                        READINGS.bytes.from(Reading::bytes),
                        READINGS.json.from(Reading::json),
                        READINGS.mood.from(Reading::mood));
        Reading full = new Reading(
                1,
                "it's",
                new BigDecimal("1.50"),
                LocalDate.of(2026, 1, 2),
                true,
                new byte[] {1, 2},
                "{\"a\":1}",
                Mood.GOOD);
        Reading empty = new Reading(2, null, null, null, null, null, null, null);

        StepVerifier.create(engine.execute(batch, Flux.just(full, empty)))
                .expectNext(2L)
                .verifyComplete();

        List<Row> rows = engine.stream(select(READINGS).orderBy(READINGS.number.asc()))
                .collectList()
                .blockOptional()
                .orElseThrow();
        Row first = rows.get(0);
        assertThat(first.get(READINGS.text)).isEqualTo("it's");
        assertThat(first.get(READINGS.amount)).isEqualByComparingTo("1.50");
        assertThat(first.get(READINGS.day)).isEqualTo(LocalDate.of(2026, 1, 2));
        assertThat(first.get(READINGS.flag)).isTrue();
        assertThat(first.get(READINGS.bytes)).containsExactly(1, 2);
        assertThat(first.get(READINGS.json)).isEqualToIgnoringWhitespace("{\"a\":1}");
        assertThat(first.get(READINGS.mood)).isEqualTo(Mood.GOOD);
        Row second = rows.get(1);
        assertThat(second.get(READINGS.text)).isNull();
        assertThat(second.get(READINGS.bytes)).isNull();
        assertThat(second.get(READINGS.mood)).isNull();
    }

    @Test
    void shouldWriteTheDefaultsOfColumnsThatAreNotBound() {
        COUNTER.set(0);

        StepVerifier.create(engine.execute(NUMBERS, Flux.range(0, 3)))
                .expectNext(3L)
                .verifyComplete();

        StepVerifier.create(engine.stream(select(READINGS).orderBy(READINGS.number.asc()))
                        .map(row -> row.get(READINGS.constant) + row.get(READINGS.counted) + row.get(READINGS.server)))
                .expectNext("same142", "same242", "same342")
                .verifyComplete();
    }

    @Test
    void shouldInsertColumnsOfArrays() {
        Batch<Integer> batch = insertInto(TAGGED)
                .each(TAGGED.id.from(id -> id), TAGGED.tags.from(id -> Collections.nCopies(id % 3, "t" + id)));

        StepVerifier.create(engine.execute(batch, Flux.range(0, 2_500)))
                .expectNext(2_500L)
                .verifyComplete();
        StepVerifier.create(engine.one(select(TAGGED.tags).where(TAGGED.id.eq(2_000))))
                .expectNext(List.of("t2000", "t2000"))
                .verifyComplete();
    }

    @Test
    void shouldSendNothingForAnEmptySource() {
        StepVerifier.create(engine.execute(NUMBERS, Flux.empty()))
                .expectNext(0L)
                .verifyComplete();
        StepVerifier.create(engine.stream(KEYS, Mono.empty())).verifyComplete();

        assertRows(0);
    }

    @Test
    void shouldLeaveNothingBehindWhenARowIsRefused() {
        AtomicInteger cancelled = new AtomicInteger();
        Flux<Integer> rows =
                Flux.range(0, 100_000).map(i -> i == 11_500 ? 7 : i).doOnCancel(cancelled::incrementAndGet);

        StepVerifier.create(engine.execute(NUMBERS, rows)).verifyErrorSatisfies(error -> assertThat(error)
                .isInstanceOfSatisfying(UniqueViolationException.class, violation -> {
                    DatabaseException.InputRange input = violation.input();
                    assertThat(input).isNotNull();
                    assertThat(11_500L).isBetween(input.first(), input.last());
                }));

        assertThat(cancelled).hasValue(1);
        assertRows(0);
    }

    @Test
    void shouldLeaveNothingBehindWhenTheSourceFails() {
        Flux<Integer> rows = Flux.range(0, 12_000).concatWith(Mono.error(new IllegalStateException("source")));

        StepVerifier.create(engine.execute(NUMBERS, rows)).verifyErrorMessage("source");

        assertRows(0);
    }

    @Test
    void shouldLeaveNothingBehindWhenCancelledAtAnyMoment() {
        Random random = new Random(11);
        AtomicInteger cancelled = new AtomicInteger();
        for (int i = 0; i < 60; i++) {
            Duration patience = Duration.ofNanos(random.nextInt(20_000_000));
            engine.execute(NUMBERS, Flux.range(0, 30_000))
                    .timeout(patience)
                    .onErrorResume(error -> {
                        cancelled.incrementAndGet();
                        return Mono.just(0L);
                    })
                    .filter(rows -> rows == 0)
                    .switchIfEmpty(Mono.error(new AssertionError("30,000 rows in " + patience)))
                    .block();
        }

        assertThat(cancelled).hasValue(60);
        assertAtRest();
        assertRows(0);
    }

    @Test
    void shouldAskTheSourceForNoMoreThanTheChunksInFlight() {
        AtomicLong asked = new AtomicLong();
        Flux<Integer> source = Flux.range(0, 1_000_000).doOnRequest(asked::addAndGet);

        StepVerifier.create(engine.stream(KEYS, source), 1)
                .expectNextCount(1)
                .thenCancel()
                .verify();

        assertThat(asked.get()).isLessThanOrEqualTo(10_000L);
    }

    @Test
    void shouldUndoABatchWithItsSavepoint() {
        Mono<Long> work = engine.transaction(tx -> tx.execute(NUMBERS, Flux.range(0, 10))
                .then(tx.savepoint(inner -> inner.execute(NUMBERS, Flux.range(5, 10)))
                        .onErrorResume(UniqueViolationException.class, error -> Mono.just(0L)))
                .then(tx.execute(NUMBERS, Flux.range(10, 5))));

        StepVerifier.create(work).expectNext(5L).verifyComplete();
        assertRows(15);
    }
}
