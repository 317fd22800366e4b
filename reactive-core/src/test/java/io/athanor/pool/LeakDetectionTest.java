package io.athanor.pool;

import static io.athanor.pool.Pools.acquire;
import static io.athanor.pool.Pools.await;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.athanor.PoolExhaustedException;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class LeakDetectionTest {
    private static final TestDatabase DATABASE = TestDatabase.h2();

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final SettableClock clock = new SettableClock();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Holders.class);
    private final ConnectionPool pool = new ConnectionPool(
            DATABASE.connectionFactory(),
            PoolOptions.builder()
                    .poolSize(1)
                    .maxOverflow(0)
                    .leakDetectionThreshold(Duration.ofSeconds(60))
                    .poolTimeout(Duration.ofSeconds(10))
                    .build(),
            ConnectionHooks.NONE,
            clock);

    @BeforeEach
    void listen() {
        VirtualTimeScheduler.getOrSet(time);
        log.start();
        logger.setAdditive(false);
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setAdditive(true);
        VirtualTimeScheduler.reset();
    }

    @Test
    void shouldWarnOfAConnectionThatIsNotReleasedWithThePlaceOfItsAcquisition() {
        acquire(pool);

        pass(Duration.ofSeconds(59));
        assertThat(log.list).isEmpty();
        pass(Duration.ofMinutes(2));

        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getFormattedMessage()).contains("'athanor'").contains("60000 ms");
            assertThat(event.getThrowableProxy()
                            .getStackTraceElementProxyArray()[0]
                            .getSTEAsString())
                    .startsWith("at io.athanor.pool.Pools.acquire(");
        });
    }

    @Test
    void shouldNotWarnOfAConnectionThatWasReleased() {
        await(acquire(pool).release());

        pass(Duration.ofMinutes(2));

        assertThat(log.list).isEmpty();
    }

    @Test
    void shouldNameWhoHoldsTheConnectionsWhenThereIsNone() {
        acquire(pool);
        pass(Duration.ofSeconds(7));

        StepVerifier.create(pool.acquire())
                .then(() -> pass(Duration.ofSeconds(10)))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(PoolExhaustedException.class)
                        .hasMessageContaining("Held for 17000 ms by io.athanor.pool.Pools.acquire(")
                        .hasMessageContaining("LeakDetectionTest.shouldNameWhoHolds"))
                .verify(Pools.LIMIT);
    }

    private void pass(Duration duration) {
        clock.advance(duration);
        time.advanceTimeBy(duration);
    }
}
