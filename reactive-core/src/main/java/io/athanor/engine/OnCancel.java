package io.athanor.engine;

/** What becomes of a running operation when its subscriber cancels. One that still waits is simply taken out. */
enum OnCancel {
    /** The source is cancelled and the next operation starts at once: the driver brings the rest into order. */
    CANCEL,
    /** Nobody listens any more, but the source runs to its end, and only then the next operation starts. */
    FINISH,
    /** The source is told, and the next operation starts when the source has signalled its end all the same. */
    SETTLE
}
