package io.athanor.orm;

import static io.athanor.orm.Gallery.LABEL;
import static io.athanor.orm.Gallery.PICTURE;
import static io.athanor.orm.Gallery.PICTURE_COUNT;
import static io.athanor.orm.Gallery.REMARK_COUNT;
import static io.athanor.orm.Gallery.ROOM;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.Gallery.Picture;
import io.athanor.orm.Gallery.Remark;
import io.athanor.orm.Gallery.Room;
import io.athanor.testing.TestDatabase;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What every database gives of attributes that are computed. */
abstract class ComputedCompliance extends ModelFixture {
    ComputedCompliance(TestDatabase database) {
        super(database, Gallery.MODEL);
    }

    @Override
    void fill() {
        within(session -> {
            Room room = new Room();
            room.id = 1L;
            session.add(room);
            addPicture(session, "A", room, 2);
            addPicture(session, "B", room, 0);
            addPicture(session, "C", room, 1);
            return session.flush();
        });
    }

    private static void addPicture(Session session, String title, Room room, int remarks) {
        Picture picture = new Picture();
        picture.title = title;
        picture.room = room;
        session.add(picture);
        for (int i = 0; i < remarks; i++) {
            session.add(remark(picture));
        }
    }

    private static Remark remark(Picture picture) {
        Remark remark = new Remark();
        remark.picture = picture;
        return remark;
    }

    private static Mono<Picture> picture(Session session, String title) {
        return session.one(select(PICTURE).where(PICTURE.title.eq(title)));
    }

    @Test
    void shouldBeReadWithTheRow() {
        List<Picture> pictures = inSession(session ->
                session.stream(select(PICTURE).orderBy(PICTURE.title.asc())).collectList());

        assertThat(pictures).extracting(picture -> picture.remarkCount).containsExactly(2L, 0L, 1L);
        assertThat(statements()).hasSize(2);
    }

    @Test
    void shouldBeReadBesideOtherExpressions() {
        List<Long> counts = inSession(session -> session.stream(select(PICTURE.title, PICTURE, PICTURE.id)
                        .where(PICTURE.title.eq("A"))
                        .map(row -> row.get(PICTURE).remarkCount))
                .collectList());

        assertThat(counts).containsExactly(2L);
    }

    @Test
    void shouldBeReadWithWhatIsLoadedAlong() {
        Room room = inSession(session -> session.one(select(ROOM.with(ROOM.pictures))));
        Picture picture = inSession(session ->
                session.one(select(PICTURE.with(PICTURE.room.joined())).where(PICTURE.title.eq("C"))));

        assertThat(room.pictureCount).isEqualTo(3);
        assertThat(room.pictures).extracting(each -> each.remarkCount).containsExactlyInAnyOrder(2L, 0L, 1L);
        assertThat(Objects.requireNonNull(picture.room).pictureCount).isEqualTo(3);
        assertThat(picture.remarkCount).isEqualTo(1);
    }

    @Test
    void shouldBeReadWhereMembersAreJoinedToALimitedQuery() {
        Room room = inSession(session -> session.one(select(ROOM.with(ROOM.pictures.joined()))
                .orderBy(PICTURE_COUNT.of(ROOM).desc())
                .limit(1)));

        assertThat(room.pictureCount).isEqualTo(3);
        assertThat(room.pictures).hasSize(3);
        assertThat(room.pictures).extracting(each -> each.remarkCount).containsExactlyInAnyOrder(2L, 0L, 1L);
    }

    @Test
    void shouldServeInConditionsAndOrders() {
        List<Picture> pictures = inSession(session -> session.stream(select(PICTURE)
                        .where(REMARK_COUNT.of(PICTURE).gt(0L))
                        .orderBy(REMARK_COUNT.of(PICTURE).asc()))
                .collectList());

        assertThat(pictures).extracting(picture -> picture.title).containsExactly("C", "A");
    }

    @Test
    void shouldServeUnderAnotherName() {
        Gallery.PictureTable other = PICTURE.as("other");
        List<Picture> pictures = inSession(session -> session.stream(
                        select(other).where(REMARK_COUNT.of(other).eq(2L)))
                .collectList());

        assertThat(pictures).extracting(picture -> picture.remarkCount).containsExactly(2L);
    }

    @Test
    void shouldBeGotByKey() {
        Room room = inSession(session -> session.get(ROOM, 1L));

        assertThat(room.pictureCount).isEqualTo(3);
    }

    @Test
    void shouldStayAsItWasReadUntilItIsRefreshed() {
        Picture picture = inSession(session -> picture(session, "B")
                .flatMap(found -> {
                    session.add(remark(found));
                    return session.flush().then(picture(session, "B"));
                })
                .doOnNext(found -> assertThat(found.remarkCount).isZero())
                .flatMap(session::refresh));

        assertThat(picture.remarkCount).isEqualTo(1);
    }

    @Test
    void shouldBeComputedAnewAlone() {
        Picture picture = inSession(session -> picture(session, "B").flatMap(found -> {
            session.add(remark(found));
            found.title = "Changed";
            return session.load(found, REMARK_COUNT);
        }));

        assertThat(picture.remarkCount).isEqualTo(1);
        assertThat(picture.title).isEqualTo("Changed");
    }

    @Test
    void shouldNeverBeWritten() {
        statements();
        within(session -> picture(session, "A").doOnNext(found -> found.remarkCount = 100));

        assertThat(statements()).hasSize(2);
    }

    @Test
    void shouldBeComputedWhereAQuerySaysSo() {
        Picture plain = inSession(session -> picture(session, "A"));
        Picture labelled = inSession(
                session -> session.one(select(PICTURE.computing(LABEL)).where(PICTURE.title.eq("A"))));

        assertThat(plain.label).isNull();
        assertThat(labelled.label).isEqualTo("A!");
        assertThat(labelled.remarkCount).isEqualTo(2);
    }

    @Test
    void shouldBeLeftOutOfAPart() {
        Picture picture = inSession(
                session -> session.one(select(PICTURE.only(PICTURE.title)).where(PICTURE.title.eq("A"))));

        assertThat(picture.remarkCount).isEqualTo(-1);
    }

    @Test
    void shouldBeReadOfALockedRow() {
        Picture picture = inSession(session ->
                session.one(select(PICTURE).where(PICTURE.title.eq("A")).forUpdate()));

        assertThat(picture.remarkCount).isEqualTo(2);
    }
}
