package io.athanor.testing;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class BlockHoundTest {
    @Test
    void shouldCatchABlockingCallOnAParallelThread() {
        Mono<Void> blocking = Mono.<Void>fromRunnable(BlockHoundTest::sleep).subscribeOn(Schedulers.parallel());

        StepVerifier.create(blocking)
                .expectErrorMatches(error ->
                        error instanceof BlockingOperationError || error.getCause() instanceof BlockingOperationError)
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void shouldLeaveAThreadThatMayBlockAlone() {
        Mono<Void> blocking = Mono.<Void>fromRunnable(BlockHoundTest::sleep).subscribeOn(Schedulers.boundedElastic());

        StepVerifier.create(blocking).expectComplete().verify(Duration.ofSeconds(10));
    }

    private static void sleep() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
