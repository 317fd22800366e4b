package io.athanor.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs every statement and how it ended, at INFO, to {@code io.athanor.sql}. Values only if the engine shows them. */
final class Echo implements StatementListener {
    private static final Logger LOG = LoggerFactory.getLogger("io.athanor.sql");

    @Override
    public void before(Execution execution) {
        if (execution.values().isEmpty()) {
            LOG.info("{}", execution.sql());
        } else {
            LOG.info("{} -- {}", execution.sql(), execution.values());
        }
    }

    @Override
    public void after(Execution execution, Outcome outcome) {
        long micros = outcome.duration().toNanos() / 1000;
        if (outcome.failure() != null) {
            LOG.info("failed after {} µs: {}", micros, outcome.failure().getMessage());
        } else {
            LOG.info("{} rows in {} µs{}", outcome.rows(), micros, outcome.cancelled() ? ", cancelled" : "");
        }
    }
}
