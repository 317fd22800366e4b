package io.athanor.engine;

import static io.athanor.engine.Library.AUTHORS;
import static io.athanor.engine.Library.BOOKS;
import static io.athanor.engine.Library.METADATA;
import static io.athanor.engine.Library.author;
import static io.athanor.engine.Library.book;
import static io.athanor.sql.Sql.deleteFrom;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.DatabaseException;
import io.athanor.pool.PoolOptions;
import io.athanor.testing.EventConnections;
import io.athanor.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Every verb of an engine and of a transaction, left in every way at every await point, from the opening of the connection
 * to the commit. The pool has one connection, so the question that is asked afterwards is answered only if it came back.
 */
class LeavingMatrixTest {
    private static final int ROWS = 60;
    /** An await point that comes later than this is of the same kind as one before. */
    private static final int LAST_POINT = 50;
    /** From this point on an engine that keeps no connections is like one that does. */
    private static final int OPENING = 10;

    private final Queue<Throwable> dropped = new ConcurrentLinkedQueue<>();

    /** What the work failed with may come too late for who has left; that cleaning up failed must not come at all. */
    @BeforeEach
    void watchForDroppedErrors() {
        Hooks.onErrorDropped(error -> {
            if (!(error instanceof DatabaseException) && !Leaving.ERRORS.contains(error.getMessage())) {
                dropped.add(error);
            }
        });
    }

    @AfterEach
    void dropNothing() {
        Hooks.resetOnErrorDropped();
        assertThat(dropped).isEmpty();
    }

    @TestFactory
    @Timeout(300)
    List<DynamicTest> shouldLeaveNothingBehindWhereverItIsLeft() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Stand stand : List.of(
                new Stand(TestDatabase.h2(), 1),
                new Stand(TestDatabase.h2(), 0),
                new Stand(TestDatabase.postgres(), 1))) {
            for (LeavingCase each : LeavingCase.all()) {
                for (Leaving leaving : Leaving.values()) {
                    tests.add(DynamicTest.dynamicTest(
                            stand + ", " + each.name() + ", " + leaving, () -> stand.everyPoint(each, leaving)));
                }
            }
        }
        return tests;
    }

    private enum Leaving {
        CANCEL,
        CANCEL_FROM_ANOTHER_THREAD,
        TIME_OUT,
        WORK_FAILS,
        MAPPER_FAILS,
        DRIVER_FAILS;

        static final Set<String> ERRORS = Set.of("late", "failed", "mapper", "driver");
    }

    /** A database, and an engine on it with one connection, kept or not. */
    private static final class Stand {
        private final TestDatabase database;
        private final int poolSize;
        private final EventConnections events;
        private final Engine engine;

        Stand(TestDatabase database, int poolSize) {
            this.database = database;
            this.poolSize = poolSize;
            this.events = new EventConnections(database.connectionFactory());
            this.engine = Engine.builder(events)
                    .pool(PoolOptions.builder()
                            .poolSize(poolSize)
                            .maxOverflow(1 - poolSize)
                            .build())
                    .build();
            LibraryCase.run(engine.create(METADATA));
            LibraryCase.run(Flux.range(1, ROWS).concatMap(id -> engine.execute(author(id, "n" + id, id))));
            LibraryCase.run(engine.execute(book(0, 1)));
        }

        void everyPoint(LeavingCase each, Leaving leaving) {
            clear();
            int point = 1;
            int last = poolSize == 0 ? OPENING : LAST_POINT;
            while (point <= last && leave(each, leaving, point)) {
                List<Long> readable = LibraryCase.list(engine.stream(select(AUTHORS.id)));
                assertThat(readable).as("usable at %s", point).hasSize(ROWS);
                List<Long> written =
                        LibraryCase.list(engine.stream(select(BOOKS.id).where(BOOKS.id.gt(0L))));
                assertThat(each.possible())
                        .as("%s, %s: written at %s", each.name(), leaving, point)
                        .contains(written.size());
                assertThat(engine.poolMetrics().acquired())
                        .as("%s, %s: acquired at %s", each.name(), leaving, point)
                        .isZero();
                assertThat(engine.poolMetrics().pending())
                        .as("%s, %s: pending at %s", each.name(), leaving, point)
                        .isZero();
                clear();
                point++;
            }
            assertThat(point).isGreaterThan(2);
        }

        private void clear() {
            LibraryCase.run(engine.execute(deleteFrom(BOOKS).where(BOOKS.id.gt(0L))));
        }

        /** False if it was over before that point. */
        private boolean leave(LeavingCase each, Leaving leaving, int point) {
            AtomicBoolean reached = new AtomicBoolean();
            AtomicBoolean mapperFails = new AtomicBoolean();
            Sinks.Empty<Object> outside = Sinks.empty();
            Sinks.Empty<Object> inside = Sinks.empty();
            Sinks.Empty<Void> left = Sinks.empty();
            Disposable.Swap subscription = Disposables.swap();
            events.listen(event -> {
                if (event == point) {
                    reached.set(true);
                    switch (leaving) {
                        case CANCEL -> subscription.dispose();
                        case CANCEL_FROM_ANOTHER_THREAD -> Schedulers.parallel().schedule(subscription::dispose);
                        case TIME_OUT -> outside.tryEmitError(new IllegalStateException("late"));
                        case WORK_FAILS -> inside.tryEmitError(new IllegalStateException("failed"));
                        case MAPPER_FAILS -> mapperFails.set(true);
                        case DRIVER_FAILS -> throw new IllegalStateException("driver");
                    }
                }
            });
            LeavingCase.Trouble trouble = new LeavingCase.Trouble(inside.asMono(), mapperFails::get);
            Flux<?> work = Flux.merge(
                    outside.asMono(),
                    Flux.<Object>from(each.work().apply(engine, trouble)).doOnComplete(outside::tryEmitEmpty));
            subscription.update(work.doFinally(signal -> left.tryEmitEmpty())
                    .subscribe(element -> {}, error -> assertThat(error).isNotInstanceOf(AssertionError.class)));
            left.asMono().block(LibraryCase.SOON);
            events.listen(event -> {});
            return reached.get();
        }

        @Override
        public String toString() {
            return database + (poolSize == 0 ? " unpooled" : "");
        }
    }
}
