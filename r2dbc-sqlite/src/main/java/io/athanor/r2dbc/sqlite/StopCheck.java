package io.athanor.r2dbc.sqlite;

import org.sqlite.ProgressHandler;

/** Asked every now and then by a computing statement whether to go on. */
final class StopCheck extends ProgressHandler {
    /** Steps of SQLite's virtual machine between two questions: well below a millisecond, and too few to cost anything. */
    static final int INTERVAL = 20_000;

    private final Interruption interruption;

    StopCheck(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    protected int progress() {
        return interruption.isStopped() ? 1 : 0;
    }
}
