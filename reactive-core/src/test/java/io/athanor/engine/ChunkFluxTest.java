package io.athanor.engine;

import static io.athanor.sql.Sql.insertInto;
import static io.athanor.types.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.DatabaseException.InputRange;
import io.athanor.sql.Batch;
import io.athanor.sql.DynamicTable;
import io.athanor.sql.Table;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class ChunkFluxTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final DynamicTable TABLE = Table.define("t", columns -> columns.column("text", TEXT));
    private static final Batch<String> BATCH =
            insertInto(TABLE).each(TABLE.column("text", TEXT).from(text -> text));
    private static final ChunkLimits TENS = new ChunkLimits(10, Long.MAX_VALUE, 100_000);

    private final AtomicLong asked = new AtomicLong();

    private Flux<InputRange> chunks(Flux<String> source, ChunkLimits limits) {
        return new ChunkFlux<>(source.doOnRequest(asked::addAndGet), BATCH, limits).map(Chunk::input);
    }

    private static Flux<String> texts(int count) {
        return Flux.range(0, count).map(String::valueOf);
    }

    @Test
    void shouldCutTheSourceIntoChunks() {
        StepVerifier.create(chunks(texts(25), TENS))
                .expectNext(new InputRange(0, 9), new InputRange(10, 19), new InputRange(20, 24))
                .verifyComplete();
        StepVerifier.create(chunks(texts(20), TENS)).expectNextCount(2).verifyComplete();
        StepVerifier.create(chunks(Flux.empty(), TENS)).verifyComplete();
    }

    @Test
    void shouldAskForWhatTheChunksThatAreWantedHold() {
        StepVerifier.create(chunks(texts(100), TENS), 0)
                .then(() -> assertThat(asked).hasValue(0))
                .thenRequest(1)
                .expectNextCount(1)
                .then(() -> assertThat(asked).hasValue(10))
                .thenRequest(2)
                .expectNextCount(2)
                .then(() -> assertThat(asked).hasValue(30))
                .thenCancel()
                .verify();
    }

    @Test
    void shouldAskForLargeChunksInHelpings() {
        ChunkLimits large = new ChunkLimits(5_000, Long.MAX_VALUE, Long.MAX_VALUE);

        StepVerifier.create(chunks(Flux.<String>never(), large))
                .then(() -> assertThat(asked).hasValue(16))
                .thenCancel()
                .verify();
        asked.set(0);
        StepVerifier.create(chunks(texts(100_000), large), 1)
                .expectNextCount(1)
                .then(() -> assertThat(asked).hasValue(5_000))
                .thenCancel()
                .verify();
    }

    @Test
    void shouldHoldLittleMoreThanAChunkOfWideRows() {
        Flux<String> wide = Flux.range(0, 1_000).map(i -> "w".repeat(30_000));
        ChunkLimits limits = new ChunkLimits(1_000, Long.MAX_VALUE, 100_000);

        StepVerifier.create(chunks(wide, limits), 10)
                .expectNextSequence(java.util.stream.LongStream.range(0, 10)
                        .mapToObj(i -> new InputRange(i * 4, i * 4 + 3))
                        .toList())
                .then(() -> assertThat(asked.get()).isBetween(40L, 44L))
                .thenCancel()
                .verify();
    }

    @Test
    void shouldLetAnErrorOvertakeWhatIsNotWanted() {
        TestPublisher<String> source = TestPublisher.create();

        StepVerifier.create(chunks(source.flux(), TENS), 1)
                .then(() -> source.next("a").error(new IllegalStateException("source")))
                .verifyErrorMessage("source");
    }

    @Test
    void shouldCancelTheSource() {
        TestPublisher<String> source = TestPublisher.create();

        StepVerifier.create(chunks(source.flux(), TENS))
                .then(() -> source.next("a"))
                .thenCancel()
                .verify();

        source.assertCancelled();
    }

    @Test
    void shouldCancelTheSourceWhenAValueCannotBeTaken() {
        Batch<String> failing =
                insertInto(TABLE).each(TABLE.column("text", TEXT).from(text -> text.substring(5)));
        TestPublisher<String> source = TestPublisher.create();

        StepVerifier.create(new ChunkFlux<>(source.flux(), failing, TENS))
                .then(() -> source.next("abc"))
                .verifyError(StringIndexOutOfBoundsException.class);

        source.assertCancelled();
    }

    @Test
    void shouldLoseNothingBetweenThreads() {
        for (int round = 0; round < 50; round++) {
            ChunkLimits limits = new ChunkLimits(1 + round * 7, Long.MAX_VALUE, 1_000 + round * 50L);
            Flux<Long> rows = chunks(texts(20_000).publishOn(Schedulers.parallel(), 1 + round), limits)
                    .publishOn(Schedulers.boundedElastic(), 1)
                    .map(input -> input.last() - input.first() + 1);

            StepVerifier.create(rows.reduce(0L, Long::sum))
                    .expectNext(20_000L)
                    .expectComplete()
                    .verify(SOON);
        }
    }
}
