package io.athanor.orm;

import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.mapping.DynamicEntityTable;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.sql.Source;
import io.athanor.testing.TestDatabase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PreRemove;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Deletions that are left to the foreign keys of the database. */
abstract class DatabaseDeleteCompliance extends ModelFixture {
    private static final EntityModel MODEL =
            EntityModel.of(Depot.class, Crate.class, Item.class, Guard.class, Alarm.class);
    private static final DynamicEntityTable<Crate, Long> CRATE = MODEL.table(Crate.class);
    private static final DynamicEntityTable<Guard, Long> GUARD = MODEL.table(Guard.class);

    DatabaseDeleteCompliance(TestDatabase database) {
        super(database, MODEL);
    }

    @Override
    void fill() {
        within(session -> Mono.fromRunnable(() -> {
            Depot depot = session.add(new Depot(1));
            session.add(new Depot(2));
            for (long i = 10; i < 13; i++) {
                Crate crate = new Crate(i, depot);
                crate.marks.add("fragile");
                crate.items.add(new Item(i * 10, crate));
                depot.crates.add(crate);
            }
            session.add(new Guard(5, depot));
        }));
    }

    private long stored(Source<?> table) {
        return inSession(session -> session.one(select(count()).from(table)));
    }

    @Test
    void shouldNotReadWhatTheDatabaseDeletes() {
        within(session -> session.get(MODEL.table(Depot.class), 1L).doOnNext(depot -> {
            statements();
            session.delete(depot);
        }));

        assertThat(statements()).hasSize(2).noneMatch(sql -> sql.contains("crate") || sql.contains("guard"));
        assertThat(stored(CRATE)).isZero();
        assertThat(stored(MODEL.table(Item.class))).isZero();
    }

    @Test
    void shouldForgetWhatTheSessionKnowsOfIt() {
        within(session -> session.get(CRATE, 10L).flatMap(crate -> {
            statements();
            session.delete(Objects.requireNonNull(crate.depot));
            return session.flush().doOnSuccess(done -> {
                assertThat(session.contains(crate)).isFalse();
                assertThat(statements())
                        .filteredOn(sql -> sql.startsWith("delete"))
                        .hasSize(2);
            });
        }));

        assertThat(stored(CRATE)).isZero();
    }

    @Test
    void shouldKeepWhatWasGivenToAnotherMeanwhile() {
        within(session -> session.get(CRATE, 10L)
                .flatMap(crate -> session.get(MODEL.table(Depot.class), 2L).doOnNext(other -> {
                    session.delete(Objects.requireNonNull(crate.depot));
                    crate.depot = other;
                })));

        List<Crate> left = inSession(session -> session.stream(select(CRATE)).collectList());
        assertThat(left).extracting(crate -> crate.id).containsExactly(10L);
    }

    @Test
    void shouldLeaveForeignKeysToTheDatabase() {
        within(session -> session.get(MODEL.table(Depot.class), 1L).doOnNext(session::delete));

        Guard guard = inSession(session -> session.get(GUARD, 5L));
        assertThat(guard.depot).isNull();
    }

    @Test
    void shouldReadThoseWhoWantToBeTold() {
        List<Long> told = new ArrayList<>();
        within(session ->
                session.get(MODEL.table(Depot.class), 2L).doOnNext(depot -> session.add(new Alarm(7, depot))));

        Alarm.told = told;
        within(session -> session.get(MODEL.table(Depot.class), 2L).doOnNext(session::delete));

        assertThat(told).containsExactly(7L);
    }

    @Entity
    static class Depot {
        @Id
        long id;

        @OneToMany(mappedBy = "depot", cascade = CascadeType.REMOVE)
        List<Crate> crates = new ArrayList<>();

        @OneToMany(mappedBy = "depot", cascade = CascadeType.REMOVE)
        List<Alarm> alarms = new ArrayList<>();

        @OneToMany(mappedBy = "depot")
        List<Guard> guards = new ArrayList<>();

        Depot() {}

        Depot(long id) {
            this.id = id;
        }
    }

    @Entity
    static class Crate {
        @Id
        long id;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(options = "ON DELETE CASCADE ON UPDATE RESTRICT"))
        @Nullable
        Depot depot;

        @OneToMany(mappedBy = "crate", cascade = CascadeType.ALL)
        List<Item> items = new ArrayList<>();

        @ElementCollection
        @CollectionTable(foreignKey = @ForeignKey(name = "crate_marks_fk", options = "on delete cascade"))
        Set<String> marks = new HashSet<>();

        Crate() {}

        Crate(long id, Depot depot) {
            this.id = id;
            this.depot = depot;
        }
    }

    @Entity
    static class Item {
        @Id
        long id;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(options = "on delete cascade"))
        @Nullable
        Crate crate;

        Item() {}

        Item(long id, Crate crate) {
            this.id = id;
            this.crate = crate;
        }
    }

    @Entity
    static class Guard {
        @Id
        long id;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(options = "on delete set null"))
        @Nullable
        Depot depot;

        Guard() {}

        Guard(long id, Depot depot) {
            this.id = id;
            this.depot = depot;
        }
    }

    @Entity
    static class Alarm {
        static List<Long> told = new ArrayList<>();

        @Id
        long id;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(options = "on delete cascade"))
        @Nullable
        Depot depot;

        Alarm() {}

        Alarm(long id, Depot depot) {
            this.id = id;
            this.depot = depot;
        }

        @PreRemove
        void removed() {
            told.add(id);
        }
    }
}
