package io.athanor.benchmarks.peers;

/**
 * One measurement, inside of the JVM that did the work.
 *
 * @param operations how many
 * @param nanos how long
 * @param cpuNanos of all threads of the JVM
 * @param allocated bytes
 * @param liveBytes the most that a collection left, 0 if there was none
 * @param check what was read
 */
public record Sample(long operations, long nanos, long cpuNanos, long allocated, long liveBytes, long check) {
    /** What {@link #parse} reads. */
    public String line() {
        return operations + " " + nanos + " " + cpuNanos + " " + allocated + " " + liveBytes + " " + check;
    }

    /** Reads a {@link #line}. */
    public static Sample parse(String line) {
        String[] parts = line.split(" ", -1);
        return new Sample(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]),
                Long.parseLong(parts[4]),
                Long.parseLong(parts[5]));
    }
}
