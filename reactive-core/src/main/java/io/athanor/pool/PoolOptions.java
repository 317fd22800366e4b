package io.athanor.pool;

import io.athanor.ConfigurationException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a pool behaves. Names and meanings are SQLAlchemy's where it has them.
 *
 * <pre>{@code
 * PoolOptions.builder().poolSize(5).maxOverflow(10).poolTimeout(Duration.ofSeconds(30)).poolPrePing(true).build();
 * }</pre>
 *
 * <p>Immutable. Every value is checked by {@link Builder#build()}, whose error names the option.
 */
public final class PoolOptions {
    /** As many connections as are asked for. */
    public static final int UNLIMITED = -1;

    private final Builder values;

    private PoolOptions(Builder values) {
        this.values = values;
    }

    /** Starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** The defaults: 5 connections kept, up to 15 open, half a minute of waiting. */
    public static PoolOptions defaults() {
        return builder().build();
    }

    /**
     * No pooling: each acquisition opens a connection and each release closes it. For a connection factory that has a
     * pool of its own, or sits before an external pooler.
     */
    public static PoolOptions unpooled() {
        return builder().poolSize(0).maxOverflow(UNLIMITED).build();
    }

    /**
     * One connection for all, in turn, never closed while it is alive. For a database in memory that vanishes with its
     * connection.
     */
    public static PoolOptions singleConnection() {
        return builder().poolSize(1).maxOverflow(0).build();
    }

    /** A builder that starts with these values. */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** How many idle connections are kept at most; 0 closes each on return. Default 5. */
    public int poolSize() {
        return values.poolSize;
    }

    /**
     * How many connections may be open beyond {@link #poolSize()}; they are closed on return. {@link #UNLIMITED} sets no
     * limit. Default 10.
     */
    public int maxOverflow() {
        return values.maxOverflow;
    }

    /**
     * How long a caller waits until a connection is free before it gets a {@code PoolExhaustedException}. Opening a
     * connection is not waiting: see {@link #poolConnectTimeout()}. Default 30 seconds.
     */
    public Duration poolTimeout() {
        return values.poolTimeout;
    }

    /** How long opening a connection may take, the hook on new connections included. Default 30 seconds. */
    public Duration poolConnectTimeout() {
        return values.poolConnectTimeout;
    }

    /**
     * How long the pool itself waits for an answer of the database, to a ping, the reset on return, or a close, before
     * it gives the connection up. Default 5 seconds.
     */
    public Duration poolAnswerTimeout() {
        return values.poolAnswerTimeout;
    }

    /**
     * The age at which a connection is replaced when it is next acquired, never while it is in use. Each connection
     * draws up to a tenth less, so that they do not all expire at once. Default none.
     */
    public @Nullable Duration poolRecycle() {
        return values.poolRecycle;
    }

    /** How long a connection may be idle before it is closed. Default none. */
    public @Nullable Duration poolMaxIdle() {
        return values.poolMaxIdle;
    }

    /**
     * Whether a connection that was not used for a second is tested with a round trip when it is acquired. A dead one
     * is replaced, with all that were opened before it, and the caller notices nothing. Default off.
     */
    public boolean poolPrePing() {
        return values.poolPrePing;
    }

    /**
     * How many connections are opened together with the first one, and spared by {@link #poolMaxIdle()}. Default 0.
     */
    public int poolMinIdle() {
        return values.poolMinIdle;
    }

    /** How many callers may wait; one more gets an error at once. {@link #UNLIMITED} sets no limit, the default. */
    public int maxPending() {
        return values.maxPending;
    }

    /**
     * How long a connection may be in use before a warning with the place of its acquisition is logged. Also makes
     * {@code PoolExhaustedException} name who holds the connections. Takes a stack trace on each acquisition. Default
     * none.
     */
    public @Nullable Duration leakDetectionThreshold() {
        return values.leakDetectionThreshold;
    }

    /** What messages call the pool. Default {@code athanor}. */
    public String name() {
        return values.name;
    }

    int maxOpen() {
        return maxOverflow() == UNLIMITED ? Integer.MAX_VALUE : poolSize() + maxOverflow();
    }

    /** Collects options; confined to one thread. */
    public static final class Builder {
        private int poolSize = 5;
        private int maxOverflow = 10;
        private Duration poolTimeout = Duration.ofSeconds(30);
        private Duration poolConnectTimeout = Duration.ofSeconds(30);
        private Duration poolAnswerTimeout = Duration.ofSeconds(5);
        private @Nullable Duration poolRecycle;
        private @Nullable Duration poolMaxIdle;
        private boolean poolPrePing;
        private int poolMinIdle;
        private int maxPending = UNLIMITED;
        private @Nullable Duration leakDetectionThreshold;
        private String name = "athanor";

        private Builder() {}

        private Builder(Builder other) {
            this.poolSize = other.poolSize;
            this.maxOverflow = other.maxOverflow;
            this.poolTimeout = other.poolTimeout;
            this.poolConnectTimeout = other.poolConnectTimeout;
            this.poolAnswerTimeout = other.poolAnswerTimeout;
            this.poolRecycle = other.poolRecycle;
            this.poolMaxIdle = other.poolMaxIdle;
            this.poolPrePing = other.poolPrePing;
            this.poolMinIdle = other.poolMinIdle;
            this.maxPending = other.maxPending;
            this.leakDetectionThreshold = other.leakDetectionThreshold;
            this.name = other.name;
        }

        /** See {@link PoolOptions#poolSize()}. */
        public Builder poolSize(int connections) {
            this.poolSize = connections;
            return this;
        }

        /** See {@link PoolOptions#maxOverflow()}. */
        public Builder maxOverflow(int connections) {
            this.maxOverflow = connections;
            return this;
        }

        /** See {@link PoolOptions#poolTimeout()}. */
        public Builder poolTimeout(Duration timeout) {
            this.poolTimeout = timeout;
            return this;
        }

        /** See {@link PoolOptions#poolConnectTimeout()}. */
        public Builder poolConnectTimeout(Duration timeout) {
            this.poolConnectTimeout = timeout;
            return this;
        }

        /** See {@link PoolOptions#poolAnswerTimeout()}. */
        public Builder poolAnswerTimeout(Duration timeout) {
            this.poolAnswerTimeout = timeout;
            return this;
        }

        /** See {@link PoolOptions#poolRecycle()}. */
        public Builder poolRecycle(@Nullable Duration age) {
            this.poolRecycle = age;
            return this;
        }

        /** See {@link PoolOptions#poolMaxIdle()}. */
        public Builder poolMaxIdle(@Nullable Duration idle) {
            this.poolMaxIdle = idle;
            return this;
        }

        /** See {@link PoolOptions#poolPrePing()}. */
        public Builder poolPrePing(boolean ping) {
            this.poolPrePing = ping;
            return this;
        }

        /** See {@link PoolOptions#poolMinIdle()}. */
        public Builder poolMinIdle(int connections) {
            this.poolMinIdle = connections;
            return this;
        }

        /** See {@link PoolOptions#maxPending()}. */
        public Builder maxPending(int callers) {
            this.maxPending = callers;
            return this;
        }

        /** See {@link PoolOptions#leakDetectionThreshold()}. */
        public Builder leakDetectionThreshold(@Nullable Duration threshold) {
            this.leakDetectionThreshold = threshold;
            return this;
        }

        /** See {@link PoolOptions#name()}. */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /**
         * Checks the values.
         *
         * @throws ConfigurationException if one cannot mean anything; the message names the option
         */
        public PoolOptions build() {
            require(poolSize >= 0, "poolSize must be 0 or more, but is " + poolSize);
            require(
                    maxOverflow >= UNLIMITED,
                    "maxOverflow must be 0 or more, or -1 for no limit, but is " + maxOverflow);
            require(
                    maxOverflow == UNLIMITED || (long) poolSize + maxOverflow >= 1,
                    "poolSize and maxOverflow are both 0: the pool could never open a connection");
            require(
                    (long) poolSize + maxOverflow <= Integer.MAX_VALUE,
                    "poolSize and maxOverflow together are too large; use maxOverflow -1 for no limit");
            require(
                    poolMinIdle >= 0 && poolMinIdle <= poolSize,
                    "poolMinIdle must be between 0 and poolSize (" + poolSize + "), but is " + poolMinIdle);
            require(maxPending >= UNLIMITED, "maxPending must be 0 or more, or -1 for no limit, but is " + maxPending);
            require(!poolTimeout.isNegative(), "poolTimeout must not be negative, but is " + poolTimeout);
            requirePositive("poolConnectTimeout", poolConnectTimeout);
            requirePositive("poolAnswerTimeout", poolAnswerTimeout);
            requirePositive("poolRecycle", poolRecycle);
            requirePositive("poolMaxIdle", poolMaxIdle);
            requirePositive("leakDetectionThreshold", leakDetectionThreshold);
            require(!name.isBlank(), "name must not be blank: it is what messages call the pool");
            return new PoolOptions(new Builder(this));
        }

        private static void requirePositive(String option, @Nullable Duration value) {
            require(
                    value == null || (!value.isNegative() && !value.isZero()),
                    option + " must be longer than nothing, but is " + value);
        }

        private static void require(boolean condition, String message) {
            if (!condition) {
                throw new ConfigurationException("Pool option " + message);
            }
        }
    }
}
