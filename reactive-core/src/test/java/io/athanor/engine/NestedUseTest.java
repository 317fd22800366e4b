package io.athanor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.StreamStalledException;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Timeout(120)
class NestedUseTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final StreamOptions SMALL = new StreamOptions(500, Duration.ofMillis(800));

    static List<LaneFixture> shouldCompleteEveryPipeline() {
        return List.of(LaneFixture.h2(), LaneFixture.postgres(), LaneFixture.spilling(StreamOptions.DEFAULTS));
    }

    @ParameterizedTest
    @MethodSource
    void shouldCompleteEveryPipeline(LaneFixture fixture) {
        Map<String, NestedUse.Pipeline> all = new LinkedHashMap<>(NestedUse.hanging());
        all.putAll(NestedUse.harmless());

        Map<String, String> outcomes = run(fixture, all);

        assertThat(all).hasSize(26);
        assertThat(outcomes)
                .hasSize(26)
                .allSatisfy((name, outcome) -> assertThat(outcome).as(name).isEqualTo("completes"));
    }

    @Test
    void shouldEndAStreamThatWouldHangWithAnErrorThatSaysWhatToDo() {
        Map<String, String> outcomes = run(LaneFixture.spilling(SMALL), NestedUse.hanging());

        assertThat(outcomes).hasSize(14).allSatisfy((name, outcome) -> assertThat(outcome)
                .as(name)
                .contains(StreamStalledException.class.getSimpleName())
                .contains("500 rows were read ahead")
                .contains("Collect the rows"));
    }

    @Test
    void shouldRaiseNoFalseAlarm() {
        Map<String, String> outcomes = run(LaneFixture.spilling(SMALL), NestedUse.harmless());

        assertThat(outcomes)
                .hasSize(12)
                .allSatisfy((name, outcome) -> assertThat(outcome).as(name).isEqualTo("completes"));
    }

    private static Map<String, String> run(LaneFixture fixture, Map<String, NestedUse.Pipeline> pipelines) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        Flux.fromIterable(pipelines.entrySet())
                .flatMap(entry -> outcome(fixture, entry.getValue()).map(text -> Map.entry(entry.getKey(), text)), 7)
                .doOnNext(entry -> outcomes.put(entry.getKey(), entry.getValue()))
                .blockLast(Duration.ofSeconds(100));
        return outcomes;
    }

    private static Mono<String> outcome(LaneFixture fixture, NestedUse.Pipeline pipeline) {
        return Mono.usingWhen(
                fixture.factory().create(),
                connection -> {
                    Lane lane = new Lane(fixture.driver().attach(connection), fixture.options());
                    Mono<?> work = lane.begin(TransactionOptions.defaults()).then(pipeline.apply(fixture, lane));
                    return work.map(result -> "completes")
                            .onErrorResume(error -> Mono.just(error.toString()))
                            .timeout(LONG, Mono.just("hangs"))
                            .flatMap(text -> lane.recover().thenReturn(text))
                            .flatMap(text -> fixture.load(lane, 7).thenReturn(text));
                },
                Connection::close);
    }
}
