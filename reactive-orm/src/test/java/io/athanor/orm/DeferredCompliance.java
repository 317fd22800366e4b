package io.athanor.orm;

import static io.athanor.orm.Gallery.PICTURE;
import static io.athanor.orm.Gallery.ROOM;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.Gallery.Picture;
import io.athanor.orm.Gallery.Room;
import io.athanor.testing.TestDatabase;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every database gives of columns that are read when they are asked for. */
abstract class DeferredCompliance extends ModelFixture {
    private long id;

    DeferredCompliance(TestDatabase database) {
        super(database, Gallery.MODEL);
    }

    @Override
    void fill() {
        id = Objects.requireNonNull(inSession(session -> {
                    Room room = new Room();
                    room.id = 1L;
                    room.name = "Hall";
                    session.add(room);
                    Picture picture = new Picture();
                    picture.title = "Dawn";
                    picture.story = "Long ago";
                    picture.data = new byte[] {1, 2};
                    picture.thumbnail = "small";
                    picture.room = room;
                    session.add(picture);
                    return session.flush().thenReturn(picture);
                })
                .id);
    }

    private Mono<Picture> picture(Session session) {
        return session.get(PICTURE, id);
    }

    @Test
    void shouldLeaveOutWhatIsDeferred() {
        Picture picture = inSession(this::picture);

        assertThat(picture.title).isEqualTo("Dawn");
        assertThat(picture.story).isNull();
        assertThat(picture.data).isNull();
        assertThat(statements().get(0)).doesNotContain("story", "data", "thumbnail");
    }

    @Test
    void shouldLeaveItOutOfQueriesAndLoads() {
        within(session -> session.one(select(ROOM.with(ROOM.pictures)))
                .flatMap(room -> session.stream(select(PICTURE, PICTURE.title)).collectList()));
        within(session -> session.one(select(PICTURE.with(PICTURE.room.joined(ROOM.pictures)))));

        assertThat(statements()).hasSize(5).allSatisfy(sql -> assertThat(sql).doesNotContain("story", "thumbnail"));
    }

    @Test
    void shouldNotWriteWhatWasNotRead() {
        within(session -> picture(session).doOnNext(picture -> picture.title = "Dusk"));

        assertThat(whole().story).isEqualTo("Long ago");
        assertThat(whole().data).containsExactly(1, 2);
    }

    @Test
    void shouldLoadWhatIsAskedForAndNothingElse() {
        Picture picture = inSession(session ->
                picture(session).doOnNext(found -> statements()).flatMap(found -> session.load(found, PICTURE.story)));

        assertThat(picture.story).isEqualTo("Long ago");
        assertThat(picture.data).isNull();
        assertThat(statements()).hasSize(1);
    }

    @Test
    void shouldLoadAGroupByAnyOfIt() {
        Picture picture =
                inSession(session -> picture(session).flatMap(found -> session.load(found, PICTURE.thumbnail)));

        assertThat(picture.thumbnail).isEqualTo("small");
        assertThat(picture.data).containsExactly(1, 2);
        assertThat(picture.story).isNull();
    }

    @Test
    void shouldNotLoadTwice() {
        within(session -> picture(session)
                .flatMap(found -> session.load(found, PICTURE.story))
                .doOnNext(found -> statements())
                .flatMap(found -> session.load(found, PICTURE.story)));

        assertThat(statements()).isEmpty();
    }

    @Test
    void shouldLoadForManyInOneStatement() {
        addPictures(20);
        List<Picture> pictures = inSession(session -> session.stream(select(PICTURE))
                .collectList()
                .doOnNext(found -> statements())
                .flatMap(found -> session.loadAll(found, PICTURE.story)));

        assertThat(pictures).hasSize(21).allSatisfy(picture -> assertThat(picture.story)
                .isNotNull());
        assertThat(statements()).hasSize(1);
    }

    @Test
    void shouldBatchLoadsThatComeAtTheSameTime() {
        addPictures(20);
        within(session -> session.stream(select(PICTURE)).collectList().flatMap(found -> session.one(
                        select(count()).from(PICTURE)) // from here on its own thread asks, and answers later
                .doOnNext(number -> statements())
                .thenMany(Flux.fromIterable(found))
                .flatMap(picture -> session.load(picture, PICTURE.story))
                .then()));

        assertThat(statements()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void shouldWriteWhatWasAssignedWithoutBeingLoaded() {
        within(session -> picture(session).doOnNext(picture -> picture.story = "Anew"));

        assertThat(whole().story).isEqualTo("Anew");
    }

    @Test
    void shouldKeepWhatWasAssignedWhenItIsLoaded() {
        Picture picture = inSession(session -> picture(session)
                .doOnNext(found -> found.story = "Anew")
                .flatMap(found -> session.load(found, PICTURE.story)));

        assertThat(picture.story).isEqualTo("Anew");
        assertThat(whole().story).isEqualTo("Anew");
    }

    @Test
    void shouldWriteNullWhenItWasLoadedBefore() {
        within(session -> picture(session)
                .flatMap(found -> session.load(found, PICTURE.story))
                .doOnNext(found -> found.story = null));

        assertThat(whole().story).isNull();
    }

    @Test
    void shouldReadItInAQueryThatSaysSo() {
        Picture picture = inSession(session -> session.one(select(PICTURE.including(PICTURE.story))));

        assertThat(picture.story).isEqualTo("Long ago");
        assertThat(picture.data).isNull();
        assertThat(statements()).hasSize(2);
    }

    @Test
    void shouldFillWhatIsKnownFromAQueryThatSaysSo() {
        Picture picture = inSession(
                session -> picture(session).flatMap(found -> session.one(select(PICTURE.including(PICTURE.story)))
                        .thenReturn(found)));

        assertThat(picture.story).isEqualTo("Long ago");
    }

    @Test
    void shouldLeaveOutMoreInAQueryThatSaysSo() {
        Picture picture = inSession(session -> session.one(select(PICTURE.without(PICTURE.title)))
                .doOnNext(found -> assertThat(found.title).isNull())
                .flatMap(found -> picture(session)));

        assertThat(picture.title).isEqualTo("Dawn");
    }

    @Test
    void shouldReadMembersInPart() {
        Room room = inSession(
                session -> session.one(select(ROOM.with(ROOM.pictures.selectIn().only(PICTURE.story)))));

        assertThat(room.pictures.get(0).story).isEqualTo("Long ago");
        assertThat(room.pictures.get(0).title).isNull();
        assertThat(room.pictures.get(0).room).isSameAs(room);
    }

    @Test
    void shouldReadMembersWithWhatIsDeferred() {
        Room room = inSession(session -> session.one(
                select(ROOM.with(ROOM.pictures.joined().including(PICTURE.story).without(PICTURE.title)))));

        assertThat(room.pictures.get(0).story).isEqualTo("Long ago");
        assertThat(room.pictures.get(0).title).isNull();
        assertThat(statements()).hasSize(1);
    }

    @Test
    void shouldReadReferencesInPart() {
        Picture picture = inSession(session ->
                session.one(select(PICTURE.with(PICTURE.room.selectIn().only()))));
        Room known = inSession(
                session -> session.one(select(PICTURE.with(PICTURE.room.joined().only())))
                        .flatMap(found -> session.get(ROOM, 1L)));

        assertThat(Objects.requireNonNull(picture.room).name).isNull();
        assertThat(known.name).isEqualTo("Hall");
    }

    @Test
    void shouldRefreshWhatWasLoaded() {
        Picture picture = inSession(session -> picture(session)
                .flatMap(found -> session.load(found, PICTURE.story))
                .flatMap(found -> engine.execute(update(PICTURE).set(PICTURE.story.to("Other")))
                        .then(session.refresh(found))));

        assertThat(picture.story).isEqualTo("Other");
        assertThat(picture.data).isNull();
    }

    @Test
    void shouldNotMergeWhatADetachedObjectDoesNotKnow() {
        Picture detached = inSession(this::picture);
        detached.title = "Dusk";

        within(session -> session.merge(detached));

        assertThat(whole().title).isEqualTo("Dusk");
        assertThat(whole().story).isEqualTo("Long ago");
    }

    @Test
    void shouldMergeWhatADetachedObjectHas() {
        Picture detached = inSession(this::picture);
        detached.story = "Merged";

        within(session -> session.merge(detached));

        assertThat(whole().story).isEqualTo("Merged");
    }

    @Test
    void shouldNotWriteWhatIsMergedAsItWas() {
        Picture detached = whole();
        statements();

        within(session -> session.merge(detached));

        assertThat(statements()).noneMatch(sql -> sql.startsWith("update") || sql.startsWith("merge"));
    }

    @Test
    void shouldLoadInASessionThatOnlyReads() {
        Picture picture = run(sessions.readOnly()
                .run(session -> session.get(PICTURE, id).flatMap(found -> session.load(found, PICTURE.story))));

        assertThat(Objects.requireNonNull(picture).story).isEqualTo("Long ago");
    }

    @Test
    void shouldComeBackToWhatWasNotLoadedAfterASavepoint() {
        Picture picture = inSession(session -> picture(session)
                .flatMap(found -> session.savepoint(inner -> Mono.fromRunnable(() -> found.story = "Lost")
                                .then(inner.flush())
                                .then(Mono.error(new IllegalStateException("undo"))))
                        .onErrorResume(IllegalStateException.class, undone -> Mono.empty())
                        .thenReturn(found)));

        assertThat(picture.story).isNull();
        assertThat(whole().story).isEqualTo("Long ago");
    }

    @Test
    void shouldReadAllOfWhatAChangeReturns() {
        Picture picture = inSession(session ->
                session.one(update(PICTURE).set(PICTURE.story.to("Told")).returning(PICTURE)));

        assertThat(picture.story).isEqualTo("Told");
    }

    private void addPictures(int count) {
        within(session -> {
            for (int i = 0; i < count; i++) {
                Picture picture = new Picture();
                picture.title = "More " + i;
                picture.story = "Story " + i;
                session.add(picture);
            }
            return session.flush();
        });
    }

    private Picture whole() {
        return inSession(session -> session.one(
                select(PICTURE.including(PICTURE.story, PICTURE.data)).where(PICTURE.id.eq(id))));
    }
}
