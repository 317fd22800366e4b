package io.athanor.orm;

import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Engine;
import io.athanor.orm.mapping.DynamicEntityTable;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.sql.Sql;
import io.athanor.testing.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;

/** A million entities, four of five loaded along with the fifth, stream through JVMs that could not hold them. */
class StreamMemoryTest {
    private static final int METERS = 200_000;
    private static final int READINGS = 800_000;
    private static final EntityModel MODEL = EntityModel.of(Meter.class, Reading.class);
    private static final DynamicEntityTable<Meter, Integer> METER = MODEL.table(Meter.class);
    private static final TestDatabase DATABASE = TestDatabase.postgres();

    @Test
    @Timeout(300)
    void shouldStreamAMillionEntities() throws IOException, InterruptedException {
        Engine engine = Engine.of(DATABASE.url());
        engine.create(MODEL.metaData())
                .then(engine.execute(Sql.sql("insert into \"meter\" (\"id\", \"place\") select g, 'place ' || g from"
                        + " generate_series(1, " + METERS + ") g")))
                .then(engine.execute(Sql.sql("insert into \"reading\" (\"id\", \"meter_id\", \"kilowatts\") select g,"
                        + " (g - 1) / 4 + 1, g from generate_series(1, " + READINGS + ") g")))
                .then(engine.execute(Sql.sql("create index on \"reading\" (\"meter_id\")")))
                .then(engine.close())
                .block(Duration.ofMinutes(1));

        assertThat(SmallJvm.said("128m", StreamMemoryTest.class, DATABASE.url()))
                .contains("read only: 200000 with 320000400000")
                .contains("to change: 200000 with 320000400000");
    }

    public static void main(String... arguments) {
        Engine engine = Engine.of(arguments[0]);
        Sessions sessions = Sessions.of(engine, MODEL).evicting();
        System.out.println("read only: " + sum(sessions.readOnly()).block(Duration.ofMinutes(2)));
        System.out.println("to change: " + sum(sessions).block(Duration.ofMinutes(2)));
        engine.close().block(Duration.ofMinutes(1));
    }

    private static Mono<String> sum(Sessions sessions) {
        return sessions.runMany(session -> session.stream(select(METER.with(METER.toMany("readings", Reading.class)))))
                .reduce(new long[2], (sums, meter) -> {
                    sums[0]++;
                    meter.readings.forEach(reading -> sums[1] += reading.kilowatts);
                    return sums;
                })
                .map(sums -> sums[0] + " with " + sums[1]);
    }

    @Entity
    static class Meter {
        @Id
        int id;

        @Nullable
        String place;

        @OneToMany(mappedBy = "meter")
        List<Reading> readings = new ArrayList<>();
    }

    @Entity
    static class Reading {
        @Id
        int id;

        int kilowatts;

        @ManyToOne
        @Nullable
        Meter meter;
    }
}
