package io.athanor.orm.mapping;

/** What a method handle threw. */
final class Thrown {
    private Thrown() {}

    /** The failure itself if it can be thrown as it is, otherwise one that has it as its cause. */
    static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }
}
