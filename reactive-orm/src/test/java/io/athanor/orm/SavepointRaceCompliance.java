package io.athanor.orm;

import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Engine;
import io.athanor.orm.mapping.DynamicEntityTable;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.sql.Sql;
import io.athanor.testing.TestDatabase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A savepoint that is given up in the very moment in which a row of it becomes an object: a constructor gives it up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SavepointRaceCompliance {
    private static final EntityModel MODEL = EntityModel.of(Coin.class, Purse.class);
    private static final DynamicEntityTable<Coin, Long> COIN = MODEL.table(Coin.class);
    private static final DynamicEntityTable<Purse, Long> PURSE = MODEL.table(Purse.class);
    private static final AtomicReference<@Nullable Runnable> AT_NEXT_COIN = new AtomicReference<>();

    private final Engine engine;
    private final Sessions sessions;

    SavepointRaceCompliance(TestDatabase database) {
        engine = Engine.of(database.url());
        sessions = Sessions.of(engine, MODEL);
    }

    @BeforeEach
    void fill() {
        run(engine.drop(MODEL.metaData()).then(engine.create(MODEL.metaData())));
    }

    @AfterAll
    void close() {
        run(engine.close());
    }

    private static <T> @Nullable T run(Mono<T> work) {
        return work.block(Duration.ofSeconds(20));
    }

    private static Mono<Long> insertCoin(Session session) {
        return session.execute(Sql.insertInto(COIN)
                .values(COIN.number("id", Long.class).to(1L), COIN.text("face").to("head")));
    }

    @Test
    void shouldNotKnowARowThatArrivesAfterTheSavepointWasUndone() {
        Boolean isKnown = run(sessions.run(session -> {
            Sinks.Empty<Void> enough = Sinks.empty();
            AtomicReference<@Nullable Session> inside = new AtomicReference<>();
            return session.savepoint(inner -> {
                        inside.set(inner);
                        AT_NEXT_COIN.set(enough::tryEmitEmpty);
                        return insertCoin(inner).then(inner.one(select(COIN)));
                    })
                    .takeUntilOther(enough.asMono())
                    .then(session.get(COIN, 1L).hasElement());
        }));

        assertThat(isKnown).isFalse();
    }

    @Test
    void shouldLeaveCollectionsAloneThatArriveAfterTheSavepointWasUndone() {
        run(sessions.run(session -> Mono.fromRunnable(() -> session.add(new Purse(7)))));

        Integer coins = run(sessions.run(session -> {
            Sinks.Empty<Void> enough = Sinks.empty();
            return session.get(PURSE, 7L).flatMap(purse -> session.savepoint(inner -> insertCoin(inner)
                            .then(inner.execute(Sql.update(COIN)
                                    .set(COIN.number("Purse.coins", Long.class).to(7L))))
                            .then(Mono.fromRunnable(() -> AT_NEXT_COIN.set(enough::tryEmitEmpty)))
                            .then(inner.load(purse, PURSE.toMany("coins", Coin.class))))
                    .takeUntilOther(enough.asMono())
                    .then(session.load(purse, PURSE.toMany("coins", Coin.class)))
                    .map(loaded -> loaded.coins.size()));
        }));

        assertThat(coins).isZero();
    }

    @Test
    void shouldKeepWhatAStreamAroundASavepointReadsMeanwhile() {
        run(engine.execute(
                Sql.insertInto(COIN)
                        .each(
                                COIN.number("id", Long.class).from((Long id) -> id),
                                COIN.text("face").from((Long id) -> "head")),
                Flux.range(1, 1000).map(Integer::longValue)));

        run(sessions.window(10).run(session -> session.stream(select(COIN))
                .concatMap(coin -> session.savepoint(inner -> {
                            inner.add(new Coin(10_000 + Objects.requireNonNull(coin.id)));
                            return inner.flush().then(Mono.error(new IllegalStateException("undone")));
                        })
                        .onErrorComplete()
                        .then(Mono.fromRunnable(() -> {
                            assertThat(session.contains(coin)).isTrue();
                            coin.face = "tail";
                        })))
                .then()));

        assertThat(run(engine.stream(select(COIN.text("face"))).distinct().collectList()))
                .containsExactly("tail");
    }

    @Entity
    static class Coin {
        @Id
        @Nullable
        Long id;

        @Nullable
        String face;

        Coin() {
            Runnable next = AT_NEXT_COIN.getAndSet(null);
            if (next != null) {
                next.run();
            }
        }

        Coin(long id) {
            this.id = id;
        }
    }

    @Entity
    static class Purse {
        @Id
        @Nullable
        Long id;

        @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.LAZY)
        @JoinColumn(name = "purse_id")
        List<Coin> coins = new ArrayList<>();

        Purse() {}

        Purse(long id) {
            this.id = id;
        }
    }
}
