package io.athanor.engine;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class LaneOnSqliteTest implements LaneCompliance {
    private static final LaneFixture FIXTURE = LaneFixture.sqlite();

    @Override
    public LaneFixture fixture() {
        return FIXTURE;
    }

    @Test
    @Override
    public void shouldEndAStreamWhoseTransactionEnds() {
        FIXTURE.onLane(lane -> {
            lane.begin(TransactionOptions.defaults()).block(SOON);
            Flux<Integer> stream = FIXTURE.stream(lane, 3_000)
                    .concatMap(id -> id == 10 ? lane.commit().thenReturn(id) : Mono.just(id), 1);

            // The commit waited until all rows were read ahead.
            StepVerifier.create(stream).expectNextCount(3_000).expectComplete().verify(SOON);
        });
    }
}
