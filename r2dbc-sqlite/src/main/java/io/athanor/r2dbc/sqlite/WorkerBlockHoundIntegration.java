package io.athanor.r2dbc.sqlite;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** Tells BlockHound, where it is used, what a worker thread is for: waiting for tasks, for locks, and for the disk. */
@SuppressWarnings("exports") // whoever loads it has BlockHound; who has not could not compile against this module
public final class WorkerBlockHoundIntegration implements BlockHoundIntegration {
    /** For {@code ServiceLoader}. */
    public WorkerBlockHoundIntegration() {}

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside(Worker.class.getName(), "next")
                .allowBlockingCallsInside("java.util.concurrent.ThreadPoolExecutor", "getTask")
                .allowBlockingCallsInside("java.util.concurrent.ThreadPoolExecutor", "processWorkerExit")
                .allowBlockingCallsInside(Interruption.class.getName(), "pause")
                .allowBlockingCallsInside(Database.class.getName(), "open");
    }
}
