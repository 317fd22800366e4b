package io.athanor.pool;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a connection was asked for: the stack of the call to {@link ConnectionPool#acquire()}, less the frames that are
 * the same for everybody. Only taken with leak detection on, because a stack trace takes microseconds.
 */
final class AcquisitionPlace extends Throwable {
    private static final long serialVersionUID = 1L;
    private static final Set<String> OWN = Stream.of(AcquisitionPlace.class, Holders.class, ConnectionPool.class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());
    private static final int FRAMES_IN_A_MESSAGE = 5;

    AcquisitionPlace() {
        super("The connection was acquired here", null, false, true);
        setStackTrace(Arrays.stream(getStackTrace())
                .filter(AcquisitionPlace::tellsSomething)
                .toArray(StackTraceElement[]::new));
    }

    /** The innermost frames on one line. */
    String brief() {
        return Arrays.stream(getStackTrace())
                .limit(FRAMES_IN_A_MESSAGE)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
    }

    private static boolean tellsSomething(StackTraceElement frame) {
        String type = frame.getClassName();
        return !type.startsWith("reactor.")
                && !type.startsWith("java.")
                && !type.startsWith("jdk.")
                && !OWN.contains(type);
    }
}
