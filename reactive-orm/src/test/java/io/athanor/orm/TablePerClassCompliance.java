package io.athanor.orm;

import static io.athanor.orm.Orchestra.CONCERT;
import static io.athanor.orm.Orchestra.DRUM;
import static io.athanor.orm.Orchestra.INSTRUMENT;
import static io.athanor.orm.Orchestra.PLAYER;
import static io.athanor.orm.Orchestra.VIOLIN;
import static io.athanor.sql.Sql.deleteFrom;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.StaleDataException;
import io.athanor.orm.Orchestra.Concert;
import io.athanor.orm.Orchestra.Drum;
import io.athanor.orm.Orchestra.FineViolin;
import io.athanor.orm.Orchestra.Instrument;
import io.athanor.orm.Orchestra.Player;
import io.athanor.orm.Orchestra.Violin;
import io.athanor.sql.Lock;
import io.athanor.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Classes that have all their columns in tables of their own, on every database. */
abstract class TablePerClassCompliance extends HierarchyFixture {
    TablePerClassCompliance(TestDatabase database) {
        super(database, Orchestra.MODEL);
    }

    /** Ida plays a violin, a copy of a fine one, and a drum, which is her favourite, and lends the fine violin. */
    @BeforeEach
    void fill() {
        within(session -> session.stream(select(CONCERT))
                .doOnNext(session::delete)
                .then(session.stream(select(PLAYER)).doOnNext(session::delete).then())
                .then(session.stream(select(INSTRUMENT))
                        .doOnNext(session::delete)
                        .then()));
        doing(session -> {
            Player ida = new Player();
            ida.name = "Ida";
            FineViolin fine = new FineViolin("c fine", "Amati");
            Violin violin = new Violin("a violin");
            violin.copyOf = fine;
            violin.size = 4;
            violin.marks.add("scratch");
            Drum drum = new Drum("b drum");
            drum.size = "big";
            ida.instruments.addAll(List.of(violin, drum));
            ida.favourite = drum;
            ida.drum = drum;
            ida.lent.add(fine);
            session.add(fine);
            session.add(ida);
        });
        plans();
        statements();
    }

    private List<Instrument> instruments() {
        return rows(select(INSTRUMENT).orderBy(INSTRUMENT.text("name").asc()));
    }

    @Test
    void shouldHaveATableForEachClassThatHasObjects() {
        assertThat(Orchestra.MODEL.metaData().tables())
                .extracting(table -> table.name().name())
                .contains("violin", "fine_violin", "drum", "instrument_marks")
                .doesNotContain("instrument");
    }

    @Test
    void shouldReadEveryClassWithItsOwnColumns() {
        List<Instrument> instruments = instruments();

        assertThat(instruments).hasExactlyElementsOfTypes(Violin.class, Drum.class, FineViolin.class);
        assertThat(((Violin) instruments.get(0)).size).isEqualTo(4);
        assertThat(((Drum) instruments.get(1)).size).isEqualTo("big");
        assertThat(((FineViolin) instruments.get(2)).maker).isEqualTo("Amati");
        assertThat(instruments.get(0).copyOf).isSameAs(instruments.get(2));
        assertThat(known(instruments.get(0).player).name).isEqualTo("Ida");
    }

    @Test
    void shouldReadRowsOfAClassAndOfThoseBelowIt() {
        assertThat(rows(select(VIOLIN).orderBy(VIOLIN.text("name").asc())))
                .hasExactlyElementsOfTypes(Violin.class, FineViolin.class);
        assertThat(rows(select(DRUM).where(DRUM.text("size").eq("big")))).hasSize(1);
    }

    @Test
    void shouldReadObjectsWithoutASession() {
        List<Instrument> instruments = known(
                engine.stream(select(INSTRUMENT).orderBy(INSTRUMENT.text("name").asc()))
                        .collectList()
                        .block(SOON));

        assertThat(instruments).hasExactlyElementsOfTypes(Violin.class, Drum.class, FineViolin.class);
    }

    @Test
    void shouldInsertSetsByTableWithKeysOfOneSequence() {
        doing(session -> {
            for (int i = 0; i < 40; i++) {
                session.add(new Violin("violin " + i));
                session.add(new Drum("drum " + i));
            }
        });

        assertThat(plans()).singleElement().asString().contains("violin x40", "drum x40");
        assertThat(instruments()).extracting(instrument -> instrument.id).doesNotHaveDuplicates();
    }

    @Test
    void shouldUpdateByTable() {
        within(session -> session.stream(select(INSTRUMENT))
                .doOnNext(instrument -> instrument.name = instrument.name + "!")
                .then());

        assertThat(plans()).singleElement().asString().contains("violin x1", "fine_violin x1", "drum x1");
        assertThat(instruments())
                .allSatisfy(instrument -> assertThat(instrument.version).isEqualTo(2));
    }

    @Test
    void shouldCheckTheVersion() {
        Long id = known(instruments().get(1).id);

        fails(
                sessions.run(session -> session.get(INSTRUMENT, id)
                        .flatMap(instrument -> sessions.run(
                                        other -> other.get(DRUM, id).doOnNext(same -> same.name = "taken"))
                                .thenReturn(instrument))
                        .doOnNext(instrument -> instrument.name = "late")),
                StaleDataException.class,
                "Drum");
    }

    @Test
    void shouldDeleteByTable() {
        within(session ->
                session.stream(select(PLAYER)).doOnNext(session::delete).then());

        assertThat(count("violin") + count("drum")).isZero();
        assertThat(count("fine_violin")).isEqualTo(1);
        assertThat(known(instruments().get(0)).name).isEqualTo("c fine");
    }

    @Test
    void shouldLoadPolymorphicMembers() {
        var instruments = PLAYER.toMany("instruments", Instrument.class);

        for (var load : List.of(instruments.selectIn(), instruments.joined(), instruments.subquery())) {
            Player ida = rows(select(PLAYER.with(load))).get(0);

            assertThat(ida.instruments).hasExactlyElementsOfTypes(Violin.class, Drum.class);
            assertThat(ida.favourite).isSameAs(ida.instruments.get(1)).isSameAs(ida.drum);
        }
    }

    @Test
    void shouldLoadMembersThatOnlyTheOwnerKnows() {
        var lent = PLAYER.toMany("lent", Instrument.class);

        for (var load : List.of(lent.selectIn(), lent.joined(), lent.subquery())) {
            assertThat(rows(select(PLAYER.with(load))).get(0).lent).hasExactlyElementsOfTypes(FineViolin.class);
        }
    }

    @Test
    void shouldChangeMembersThatOnlyTheOwnerKnows() {
        within(session -> session.one(select(PLAYER.with(PLAYER.toMany("lent", Instrument.class))))
                .zipWith(session.one(select(DRUM)))
                .doOnNext(both -> {
                    both.getT1().lent.clear();
                    both.getT1().lent.add(both.getT2());
                }));

        assertThat(rows(select(PLAYER.with(PLAYER.toMany("lent", Instrument.class))))
                        .get(0)
                        .lent)
                .hasExactlyElementsOfTypes(Drum.class);
    }

    @Test
    void shouldLinkManyToMany() {
        within(session -> session.stream(select(INSTRUMENT)).collectList().doOnNext(all -> {
            Concert concert = new Concert();
            concert.instruments.addAll(all);
            session.add(concert);
        }));

        assertThat(rows(select(CONCERT.with(CONCERT.toMany("instruments", Instrument.class))))
                        .get(0)
                        .instruments)
                .hasOnlyElementsOfTypes(Violin.class, Drum.class, FineViolin.class)
                .hasSize(3);
    }

    @Test
    void shouldLoadCollectionsOfValues() {
        List<Violin> violins = rows(select(VIOLIN.with(VIOLIN.elements("marks")))
                .orderBy(VIOLIN.text("name").asc()));

        assertThat(violins.get(0).marks).containsExactly("scratch");
        assertThat(violins.get(1).marks).isEmpty();
    }

    @Test
    void shouldAskByWhatIsRelated() {
        var favourite = PLAYER.toOne("favourite", Instrument.class);
        var copyOf = INSTRUMENT.toOne("copyOf", Instrument.class);

        assertThat(rows(select(PLAYER).where(favourite.has(it -> it.text("name").eq("b drum")))))
                .hasSize(1);
        assertThat(rows(select(INSTRUMENT).where(copyOf.isNotNull()))).hasOnlyElementsOfType(Violin.class);
        assertThat(rows(select(PLAYER.text("name"), INSTRUMENT.text("name"))
                        .from(PLAYER)
                        .join(favourite)))
                .hasSize(1);
    }

    @Test
    void shouldGetReferAndRefresh() {
        List<Long> ids = instruments().stream().map(each -> known(each.id)).toList();

        List<Instrument> read = inSession(session -> Flux.fromIterable(ids)
                .flatMapSequential(id -> session.get(INSTRUMENT, id))
                .flatMapSequential(session::refresh)
                .collectList());

        assertThat(read).hasExactlyElementsOfTypes(Violin.class, Drum.class, FineViolin.class);
    }

    @Test
    void shouldLockTheRowInTheTableOfItsClass() {
        within(session -> session.one(
                        select(INSTRUMENT).where(INSTRUMENT.text("name").eq("b drum")))
                .flatMap(instrument -> session.lock(instrument, Lock.forUpdate())));

        assertThat(statements()).last().asString().contains("from drum where", "for update");
    }

    @Test
    void shouldChangeAndDeleteByStatements() {
        within(session -> session.execute(update(INSTRUMENT)
                        .set(INSTRUMENT.text("name").to("same"))
                        .where(INSTRUMENT.text("name").ne("b drum")))
                .doOnNext(rows -> assertThat(rows).isEqualTo(2))
                .then(session.execute(update(PLAYER)
                        .set(
                                PLAYER.number("favourite.id", Long.class).to((Long) null),
                                PLAYER.number("drum.id", Long.class).to((Long) null))))
                .then(session.execute(
                        deleteFrom(INSTRUMENT).where(INSTRUMENT.text("name").eq("b drum")))));

        assertThat(instruments()).extracting(each -> each.name).containsExactly("same", "same");
    }
}
