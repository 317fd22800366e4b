package io.athanor.engine;

import static io.athanor.engine.TransactionOptions.defaults;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

final class TransactionOptionsOnSqliteTest extends TransactionOptionsCompliance {
    private static final TestDatabase DATABASE = TestDatabase.sqlite();

    TransactionOptionsOnSqliteTest() {
        super(DATABASE);
    }

    /** A transaction that only reads has a snapshot; what may write keeps the others from it. */
    @Override
    @Test
    void shouldSeeOneMomentWhenReadsAreRepeatable() {
        int next = 10;
        for (Isolation isolation : Isolation.values()) {
            int id = next++;
            List<Integer> seen =
                    run(engine.transaction(defaults().isolation(isolation).readOnly(), tx -> tx.stream(ids())
                            .count()
                            .then(engine.execute(insert(id)))
                            .then(tx.stream(ids()).collectList())));
            assertThat(seen).as(isolation.name()).doesNotContain(id);
        }
    }

    /** None collides: one writes after the other. */
    @Test
    void shouldWriteOneAfterTheOther() {
        database.execute("insert into \"items\" values (1, '0')");
        Mono<Long> increment = engine.transaction(tx -> tx.one(select(ITEMS.name))
                .flatMap(name ->
                        tx.execute(update(ITEMS).set(ITEMS.name.to(Integer.toString(Integer.parseInt(name) + 1))))));

        StepVerifier.create(Flux.range(0, 50).flatMap(i -> increment, 10).count())
                .expectNext(50L)
                .expectComplete()
                .verify(SOON);
        assertThat(database.column("select \"name\" from \"items\"")).containsExactly("50");
    }
}
