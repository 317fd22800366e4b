package io.athanor.engine;

import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.literal;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.tableFunction;
import static io.athanor.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.sql.NumberExpression;
import io.athanor.sql.Select;
import io.athanor.testing.RecordingConnectionFactory;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PostgresEngineTest extends EngineCompliance {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final TestDatabase DATABASE = TestDatabase.postgres();

    PostgresEngineTest() {
        super(DATABASE);
    }

    /** What the driver returns as text it parses; the simple protocol, for statements without values, returns nothing else. */
    @Test
    void shouldBindAValueInEveryQueryOfTheLanguage() {
        RecordingConnectionFactory recording = DATABASE.recordingConnectionFactory();
        Engine engine = Engine.of(recording);
        NumberExpression<Integer> n = column("n", INTEGER);
        Select<Integer> query =
                select(n).from(tableFunction("generate_series", "s", n, literal(1, INTEGER), literal(3, INTEGER)));
        recording.clear();

        assertThat(engine.stream(query).collectList().block(PATIENCE)).containsExactly(1, 2, 3);
        assertThat(recording.statements())
                .containsExactly("select \"n\" from generate_series(1, 3) \"s\" (\"n\")\noffset $1");
        engine.close().block(PATIENCE);
    }
}
