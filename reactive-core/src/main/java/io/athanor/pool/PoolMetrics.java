package io.athanor.pool;

/**
 * What a pool holds at one moment. The numbers are read one after another while others work, so under load they may
 * disagree by a few.
 *
 * @param size how many idle connections are kept at most: the option {@code poolSize}
 * @param overflow how many connections are open beyond {@code size}
 * @param acquired how many connections are in use
 * @param idle how many connections wait to be used
 * @param pending how many callers wait for a connection
 * @param allocated how many connections are open or being opened
 * @param max how many connections may be open; {@link Integer#MAX_VALUE} without a limit
 */
public record PoolMetrics(int size, int overflow, int acquired, int idle, int pending, int allocated, int max) {
    boolean isExhausted() {
        return idle == 0 && allocated >= max;
    }

    String describe() {
        return "size " + size + ", overflow " + overflow + " of " + (max == Integer.MAX_VALUE ? "any" : max - size)
                + ", acquired " + acquired + ", idle " + idle + ", pending " + pending;
    }
}
