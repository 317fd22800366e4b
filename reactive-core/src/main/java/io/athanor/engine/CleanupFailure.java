package io.athanor.engine;

import reactor.core.publisher.Mono;

/** Carries the error of an end, such as a COMMIT, through {@code usingWhen}, which tells it as one of its own. */
final class CleanupFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Throwable carried;

    private CleanupFailure(Throwable carried) {
        super(carried);
        this.carried = carried;
    }

    /** An end whose error is to be the whole's. */
    static Mono<Void> carry(Mono<Void> end) {
        return end.onErrorMap(CleanupFailure::new);
    }

    /** The error as it was. */
    static Throwable unpacked(Throwable error) {
        return error.getCause() instanceof CleanupFailure failure ? failure.carried : error;
    }
}
