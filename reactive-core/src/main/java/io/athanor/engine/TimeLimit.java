package io.athanor.engine;

import io.athanor.ConfigurationException;
import io.athanor.DatabaseException.Origin;
import io.athanor.StatementCancelledException;
import io.athanor.compile.BoundStatement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The limit on each statement's time where the connections are somebody else's, so that it may not stay behind on them as a
 * setting: part of each transaction, and outside of transactions a clock here. A statement whose time is over is cancelled,
 * and so ended on the server. As on a server, a stream's clock stops with its first row.
 *
 * @param limit null for none
 */
record TimeLimit(@Nullable Duration limit) {
    static final TimeLimit NONE = new TimeLimit(null);

    <T> Flux<T> on(Flux<T> running, BoundStatement statement) {
        return limit == null
                ? running
                : running.timeout(
                        Mono.delay(limit),
                        first -> Mono.never(),
                        Flux.error(() -> new StatementCancelledException(
                                "The statement took longer than its limit of " + limit.toMillis() + " ms",
                                true,
                                new Origin(statement.sql(), null, 0),
                                null)));
    }

    /** The options, with this limit unless they have one of their own. */
    TransactionOptions in(TransactionOptions options) {
        return limit == null || options.statementLimit() != null ? options : options.statementTimeout(limit);
    }

    /** A limit that databases can take: they count milliseconds in an int. */
    static Duration checked(String option, Duration limit) {
        if (limit.compareTo(Duration.ofMillis(1)) < 0 || limit.compareTo(Duration.ofMillis(Integer.MAX_VALUE)) > 0) {
            throw new ConfigurationException(option + " is " + limit
                    + "; it is at least a millisecond and at most 24 days. To have none, do not set it");
        }
        return limit;
    }
}
