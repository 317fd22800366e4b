package io.athanor.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.athanor.ConfigurationException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PoolOptionsTest {
    @Test
    void shouldStartFromSqlAlchemysDefaults() {
        PoolOptions options = PoolOptions.defaults();

        assertThat(options.poolSize()).isEqualTo(5);
        assertThat(options.maxOverflow()).isEqualTo(10);
        assertThat(options.maxOpen()).isEqualTo(15);
        assertThat(options.poolTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(options.poolRecycle()).isNull();
        assertThat(options.poolPrePing()).isFalse();
    }

    @Test
    void shouldNotChangeWithTheBuilderThatMadeThem() {
        PoolOptions.Builder builder = PoolOptions.builder().poolSize(1);
        PoolOptions options = builder.build();

        builder.poolSize(2);
        options.toBuilder().poolSize(3);

        assertThat(options.poolSize()).isEqualTo(1);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("poolSize", b -> b.poolSize(-1)),
                mistake("maxOverflow", b -> b.maxOverflow(-2)),
                mistake("poolSize and maxOverflow", b -> b.poolSize(0).maxOverflow(0)),
                mistake("poolSize and maxOverflow", b -> b.poolSize(1).maxOverflow(Integer.MAX_VALUE)),
                mistake("poolMinIdle", b -> b.poolMinIdle(-1)),
                mistake("poolMinIdle", b -> b.poolMinIdle(6)),
                mistake("maxPending", b -> b.maxPending(-2)),
                mistake("poolTimeout", b -> b.poolTimeout(Duration.ofMillis(-1))),
                mistake("poolConnectTimeout", b -> b.poolConnectTimeout(Duration.ZERO)),
                mistake("poolAnswerTimeout", b -> b.poolAnswerTimeout(Duration.ZERO)),
                mistake("poolRecycle", b -> b.poolRecycle(Duration.ZERO)),
                mistake("poolMaxIdle", b -> b.poolMaxIdle(Duration.ofSeconds(-1))),
                mistake("leakDetectionThreshold", b -> b.leakDetectionThreshold(Duration.ZERO)),
                mistake("name", b -> b.name(" ")));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void shouldNameTheOptionThatIsWrong(String option, UnaryOperator<PoolOptions.Builder> mistake) {
        PoolOptions.Builder builder = mistake.apply(PoolOptions.builder());

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(builder::build)
                .withMessageStartingWith("Pool option " + option);
    }

    private static Arguments mistake(String option, UnaryOperator<PoolOptions.Builder> mistake) {
        return Arguments.of(option, mistake);
    }
}
