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

import io.athanor.AthanorException;
import io.athanor.DatabaseException;
import io.athanor.UniqueViolationException;
import io.athanor.dialect.Feature;
import io.athanor.dialect.StandardDialect;
import io.athanor.schema.MetaData;
import io.athanor.sql.Batch;
import io.athanor.sql.BatchReturning;
import io.athanor.sql.Column;
import io.athanor.sql.NumberColumn;
import io.athanor.sql.Row;
import io.athanor.sql.Table;
import io.athanor.sql.TextColumn;
import io.athanor.testing.RecordingConnectionFactory;
import io.athanor.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

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

    private static final Duration SOON = Duration.ofSeconds(20);
    static final AtomicInteger COUNTER = new AtomicInteger();
    static final Readings READINGS = new Readings();
    static final Tagged TAGGED = new Tagged();
    static final MetaData SCHEMA = MetaData.of(READINGS, TAGGED);
    static final Batch<Integer> NUMBERS =
            insertInto(READINGS).each(READINGS.number.from(number -> number), READINGS.text.from(n -> "text " + n));
    static final BatchReturning<Integer, Row> KEYS = NUMBERS.returning(READINGS.id, READINGS.number);

    private final TestDatabase database;
    private final List<Long> statements = new CopyOnWriteArrayList<>();
    private Engine engine;

    BulkCompliance(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void create() {
        statements.clear();
        engine = Engine.builder(database.url())
                .listener(new StatementListener() {
                    @Override
                    public void after(Execution execution, Outcome outcome) {
                        if (execution.sql().contains("insert into")) {
                            statements.add(outcome.rows());
                        }
                    }
                })
                .build();
        MetaData schema = engine.dialect().supports(Feature.ARRAYS) ? SCHEMA : MetaData.of(READINGS);
        StepVerifier.create(engine.drop(schema).then(engine.create(schema))).verifyComplete();
    }

    @AfterEach
    void close() {
        awaitRest();
        StepVerifier.create(engine.close()).expectComplete().verify(SOON);
    }

    /** A cancel says nothing of when the rollback has come through. */
    private void awaitRest() {
        StepVerifier.create(Mono.fromSupplier(() -> engine.poolMetrics().acquired())
                        .filter(acquired -> acquired == 0)
                        .repeatWhenEmpty(1_000, tries -> tries.delayElements(Duration.ofMillis(10))))
                .expectNext(0)
                .expectComplete()
                .verify(SOON);
    }

    private void assertRows(long expected) {
        StepVerifier.create(engine.one(select(count()).from(READINGS)))
                .expectNext(expected)
                .verifyComplete();
    }

    @Test
    void shouldReturnKeysInTheOrderOfTheInput() {
        List<Integer> shuffled =
                new ArrayList<>(IntStream.range(0, 50_000).boxed().toList());
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
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Reading(
                int number,
                @Nullable String text,
                @Nullable BigDecimal amount,
                @Nullable LocalDate day,
                @Nullable Boolean flag,
                byte @Nullable [] bytes,
                @Nullable String json,
                @Nullable Mood mood) {}
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
        RecordingConnectionFactory recording = database.recordingConnectionFactory();
        Engine idle = Engine.of(recording);

        StepVerifier.create(idle.execute(NUMBERS, Flux.empty())).expectNext(0L).verifyComplete();
        StepVerifier.create(idle.stream(KEYS, Mono.empty())).verifyComplete();

        assertThat(recording.opened()).isZero();
        StepVerifier.create(idle.close()).verifyComplete();
    }

    @Test
    void shouldCutTheInputIntoChunks() {
        Map<Integer, List<Long>> chunks = Map.of(
                1, List.of(1L),
                9, List.of(9L),
                10, List.of(10L),
                11, List.of(10L, 1L),
                20, List.of(10L, 10L),
                35, List.of(10L, 10L, 10L, 5L));
        chunks.forEach((rows, expected) -> {
            statements.clear();
            List<Long> progress = new ArrayList<>();
            Batch<Integer> batch = NUMBERS.chunkSize(10).onProgress(progress::add);

            StepVerifier.create(engine.execute(batch, Flux.range(rows * 100, rows)))
                    .expectNext((long) rows)
                    .verifyComplete();

            assertThat(statements).isEqualTo(expected);
            assertThat(progress).hasSameSizeAs(expected).isSorted().endsWith((long) rows);
        });
    }

    @Test
    void shouldCutWideRowsIntoSmallChunks() {
        String wide = "w".repeat(200_000);
        Batch<Integer> batch =
                insertInto(READINGS).each(READINGS.number.from(number -> number), READINGS.text.from(number -> wide));

        StepVerifier.create(engine.execute(batch, Flux.range(0, 40)))
                .expectNext(40L)
                .verifyComplete();

        assertThat(statements).hasSizeBetween(6, 8);
    }

    @Test
    void shouldTellTheProgressOfWhatIsReturned() {
        List<Long> progress = new ArrayList<>();
        BatchReturning<Integer, Long> keys =
                NUMBERS.chunkSize(100).onProgress(progress::add).returning(READINGS.id);

        StepVerifier.create(engine.stream(keys, Flux.range(0, 250)))
                .expectNextCount(250)
                .verifyComplete();

        assertThat(progress).containsExactly(100L, 200L, 250L);
    }

    @Test
    void shouldTakeAnyPublisher() {
        assertInserts(1, Mono.just(-1));
        assertInserts(200, Flux.range(0, 200).hide());
        assertInserts(30, Flux.range(200, 30).delayElements(Duration.ofMillis(1)));
        assertInserts(3_000, Flux.range(300, 3_000).publishOn(Schedulers.parallel(), 7));
        assertInserts(
                7_000,
                Flux.<Integer, Integer>generate(() -> 10_000, (next, sink) -> {
                            sink.next(next);
                            return next + 1;
                        })
                        .take(7_000));
        assertRows(10_231);
    }

    private void assertInserts(long expected, Publisher<Integer> source) {
        StepVerifier.create(engine.execute(NUMBERS, source))
                .expectNext(expected)
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void shouldTakeRowsThatTheSameTransactionStreams() {
        int many = rowsStreamedBesideWrites();
        Mono<Long> copied = engine.transaction(tx -> tx.execute(NUMBERS, Flux.range(0, many))
                .then(tx.execute(NUMBERS, tx.stream(select(READINGS.number)).map(number -> -1 - number))));

        StepVerifier.create(copied).expectNext((long) many).expectComplete().verify(SOON);
        assertRows(2L * many);
    }

    /** How many rows a transaction can stream while it writes. */
    int rowsStreamedBesideWrites() {
        return 12_000;
    }

    @Test
    void shouldLeaveNothingBehindWhenARowIsRefused() {
        TestPublisher<Integer> end = TestPublisher.create();
        Flux<Integer> rows = Flux.range(0, 1_200).map(i -> i == 1_150 ? 7 : i);

        StepVerifier.create(engine.execute(NUMBERS.chunkSize(100), rows.concatWith(end)))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                UniqueViolationException.class, violation -> assertThat(violation.input())
                                        .isEqualTo(new DatabaseException.InputRange(1_100, 1_199)))
                        .hasMessageContaining("elements 1100 to 1199 of the input")
                        .hasMessageNotContaining("text 7"))
                .verify(SOON);

        end.assertNoSubscribers(); // cancelled, or never come to
        assertRows(0);
    }

    @Test
    void shouldLeaveNothingBehindWhenTheSourceFails() {
        Flux<Integer> rows = Flux.range(0, 12_000).concatWith(Mono.error(new IllegalStateException("source")));

        StepVerifier.create(engine.execute(NUMBERS, rows)).verifyErrorMessage("source");
        StepVerifier.create(engine.stream(KEYS, rows).then()).verifyErrorMessage("source");

        assertRows(0);
    }

    @Test
    void shouldLeaveNothingBehindWhenAValueCannotBeTaken() {
        Batch<Integer> batch = insertInto(READINGS).each(READINGS.number.from(number -> 6_000 / (6_000 - number)));

        StepVerifier.create(engine.execute(batch.chunkSize(1_000), Flux.range(5_998, 2_000)))
                .verifyError(ArithmeticException.class);

        assertRows(0);
    }

    @Test
    void shouldLeaveNothingBehindWhenCancelledAtAnyMoment() {
        Random random = new Random(11);
        Batch<Integer> small = NUMBERS.chunkSize(200);
        for (int i = 0; i < 200; i++) {
            Mono<?> work = i % 2 == 0
                    ? engine.execute(small, Flux.range(0, 50_000))
                    : engine.stream(small.returning(READINGS.id), Flux.range(0, 50_000))
                            .then();
            Mono<Long> moment = Mono.delay(Duration.ofNanos(random.nextInt(15_000_000)));

            // Not takeUntilOther: its subscriber may be told of the end before it is told of the subscription.
            StepVerifier.create(Mono.firstWithSignal(work, moment).then())
                    .expectComplete()
                    .verify(SOON);
        }

        awaitRest();
        assertRows(0);
    }

    @Test
    void shouldPullNoFurtherThanItsSubscriberTakes() {
        AtomicLong asked = new AtomicLong();
        Flux<Integer> source = Flux.range(0, 1_000_000).doOnRequest(asked::addAndGet);

        StepVerifier.create(engine.stream(NUMBERS.chunkSize(500).returning(READINGS.id), source), 1)
                .expectNextCount(1)
                .then(() -> assertThat(asked.get()).isLessThanOrEqualTo(1_000))
                .thenRequest(499)
                .expectNextCount(499)
                .then(() -> assertThat(asked.get()).isLessThanOrEqualTo(1_500))
                .thenCancel()
                .verify(SOON);
    }

    @Test
    void shouldRunBatchesSideBySide() {
        Flux<Long> inserted = Flux.merge(
                engine.execute(NUMBERS, Flux.range(0, 6_000)), engine.execute(NUMBERS, Flux.range(6_000, 6_000)));
        Mono<Long> inOneTransaction = engine.transaction(tx -> Flux.merge(
                        tx.execute(NUMBERS, Flux.range(12_000, 6_000)), tx.execute(NUMBERS, Flux.range(18_000, 6_000)))
                .reduce(0L, Long::sum));

        StepVerifier.create(inserted.reduce(0L, Long::sum))
                .expectNext(12_000L)
                .expectComplete()
                .verify(SOON);
        StepVerifier.create(inOneTransaction)
                .expectNext(12_000L)
                .expectComplete()
                .verify(SOON);
        assertRows(24_000);
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

    @Test
    void shouldUpsertEachElement() {
        Batch<Integer> upsert = insertInto(READINGS)
                .onConflict(READINGS.number)
                .doUpdate(READINGS.text.toExcluded())
                .each(READINGS.number.from(number -> number), READINGS.text.from(number -> "new"));

        StepVerifier.create(engine.execute(NUMBERS, Flux.range(0, 10)).then(engine.execute(upsert, Flux.range(5, 10))))
                .expectNext(10L)
                .verifyComplete();
        StepVerifier.create(engine.one(select(count()).from(READINGS).where(READINGS.text.eq("new"))))
                .expectNext(10L)
                .verifyComplete();
        assertRows(15);
    }

    @Test
    void shouldRefuseBeforeTheSourceIsSubscribed() {
        TestPublisher<Integer> source = TestPublisher.create();
        TextColumn other = EngineCompliance.USERS.name;
        BatchReturning<Integer, String> batch = NUMBERS.returning(other);

        Flux<String> refused = engine.stream(batch, source);

        if (engine.dialect().supports(Feature.RETURNING_OTHER_SOURCES)) {
            refused = Engine.builder(database.connectionFactory()).dialect(new StandardDialect()).build().stream(
                    batch, source);
        }
        StepVerifier.create(refused).expectError(AthanorException.class).verify(SOON);
        source.assertWasNotSubscribed();
    }
}
