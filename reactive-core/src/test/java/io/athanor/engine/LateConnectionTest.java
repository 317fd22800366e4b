package io.athanor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.dialect.H2Dialect;
import io.athanor.pool.ConnectionHooks;
import io.athanor.pool.ConnectionPool;
import io.athanor.pool.PoolOptions;
import io.athanor.testing.TestDatabase;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** A connection that comes in the very moment in which the transaction that waited for it ends. */
class LateConnectionTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final ConnectionPool pool = ConnectionPool.of(
            TestDatabase.h2().connectionFactory(),
            PoolOptions.builder().poolSize(1).maxOverflow(0).build(),
            ConnectionHooks.NONE);
    private final EndingDriver driver = new EndingDriver();
    private final Failures failures = new Failures(new H2Dialect(), driver, Constraints.UNKNOWN);
    private final Leases leases = new Leases(pool, driver, StreamOptions.DEFAULTS, failures);
    private final TransactionRun run = new TransactionRun(leases, TransactionOptions.defaults(), failures);

    @Test
    void shouldGoBackToThePool() {
        run.lane().as(StepVerifier::create).verifyError(IllegalStateException.class);

        StepVerifier.create(pool.acquire().flatMap(connection -> connection.release()))
                .expectComplete()
                .verify(SOON);
        StepVerifier.create(pool.close().then(leases.allBack()))
                .expectComplete()
                .verify(SOON);
        assertThat(driver.ended).isTrue();
    }

    /** Ends the transaction while it is told of its connection. */
    private final class EndingDriver implements DriverSupport {
        private boolean ended;

        @Override
        public String product() {
            return "H2";
        }

        @Override
        public String driver() {
            return "h2";
        }

        @Override
        public ConnectionFactory prepare(ConnectionFactory factory, @Nullable Duration statementTimeout) {
            return factory;
        }

        @Override
        public DriverConnection attach(Connection connection) {
            if (!ended) {
                ended = true;
                StepVerifier.create(run.rollback(null)).verifyComplete();
            }
            return () -> connection;
        }
    }
}
