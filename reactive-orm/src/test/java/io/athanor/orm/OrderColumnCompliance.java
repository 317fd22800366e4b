package io.athanor.orm;

import static io.athanor.orm.Playlist.MARKS;
import static io.athanor.orm.Playlist.NOTE;
import static io.athanor.orm.Playlist.NOTES;
import static io.athanor.orm.Playlist.PLAYLIST;
import static io.athanor.orm.Playlist.PLAYLISTS;
import static io.athanor.orm.Playlist.TAGS;
import static io.athanor.orm.Playlist.TRACK;
import static io.athanor.orm.Playlist.TRACKS;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.EntityStateException;
import io.athanor.orm.Playlist.Note;
import io.athanor.orm.Playlist.Tag;
import io.athanor.orm.Playlist.Track;
import io.athanor.sql.Column;
import io.athanor.sql.Sql;
import io.athanor.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Lists keep their order in a column, whoever has it, and only rows whose place has changed are written. */
abstract class OrderColumnCompliance extends PlaylistFixture {
    OrderColumnCompliance(TestDatabase database) {
        super(database);
    }

    private static Mono<Playlist> read(Session session, Long id) {
        return session.get(PLAYLIST, id).flatMap(found -> session.load(found, List.of(TRACKS, NOTES, TAGS, MARKS)));
    }

    private Playlist read(Long id) {
        Playlist playlist = inSession(session -> read(session, id));
        statements();
        return playlist;
    }

    /** What is written by a change of a playlist all of whose lists are loaded. */
    private List<String> change(Long id, Consumer<Playlist> change) {
        within(session -> read(session, id).doOnNext(playlist -> {
            statements();
            change.accept(playlist);
        }));
        return statements();
    }

    private void changeBoth(Long id, Long other, BiConsumer<Playlist, Playlist> change) {
        within(session -> read(session, id)
                .zipWhen(one -> read(session, other))
                .doOnNext(both -> change.accept(both.getT1(), both.getT2())));
        statements();
    }

    private List<Integer> positions(String column) {
        Column<Integer> position = TRACK.column("Playlist.tracks", Integer.class);
        assertThat(position.name()).isEqualTo(column);
        return rows(select(position).from(TRACK).orderBy(TRACK.text("title").asc()));
    }

    @Test
    void shouldReadAListInItsOrder() {
        Long id = saved("c", "a", "b");

        assertThat(read(id).titles()).containsExactly("c", "a", "b");
    }

    @Test
    void shouldWritePlacesWithTheInsert() {
        doing(session -> session.add(Playlist.of("a", "b", "c")));

        assertThat(statements().stream().filter(sql -> sql.startsWith("update")).toList())
                .isEmpty();
        assertThat(positions("position")).containsExactly(0, 1, 2);
    }

    @Test
    void shouldWriteOnlyTheRowsThatChangePlaces() {
        Long id = saved("a", "b", "c", "d");

        List<String> statements = change(id, playlist -> Collections.swap(playlist.tracks, 1, 2));

        assertThat(statements).containsExactly("update track");
        assertThat(read(id).titles()).containsExactly("a", "c", "b", "d");
        assertThat(read(id).tracks).extracting(track -> track.version).containsOnly(1);
    }

    @Test
    void shouldWriteNothingForAListThatIsAsItWas() {
        Long id = saved("a", "b");

        assertThat(change(id, playlist -> playlist.tracks = new ArrayList<>(playlist.tracks)))
                .isEmpty();
    }

    @Test
    void shouldInsertInTheMiddle() {
        Long id = saved("a", "c", "d");

        List<String> statements = change(id, playlist -> playlist.tracks.add(1, Track.of("b")));

        assertThat(statements).containsOnlyOnce("update track");
        assertThat(read(id).titles()).containsExactly("a", "b", "c", "d");
        assertThat(positions("position")).containsExactly(0, 1, 2, 3);
    }

    @Test
    void shouldCloseTheGapOfOneThatIsRemoved() {
        Long id = saved("a", "b", "c");

        List<String> statements = change(id, playlist -> playlist.tracks.remove(0));

        assertThat(statements).containsExactlyInAnyOrder("delete track", "update track");
        assertThat(read(id).titles()).containsExactly("b", "c");
        assertThat(positions("position")).containsExactly(0, 1);
    }

    @Test
    void shouldCloseTheGapOfOneThatIsDeletedItself() {
        Long id = saved("a", "b", "c");

        within(session -> read(session, id).doOnNext(playlist -> session.delete(playlist.tracks.get(1))));

        assertThat(positions("position")).containsExactly(0, 1);
        assertThat(read(id).titles()).containsExactly("a", "c");
    }

    @Test
    void shouldClear() {
        Long id = saved("a", "b", "c");

        assertThat(change(id, playlist -> playlist.tracks.clear())).containsExactly("delete track");
        assertThat(read(id).tracks).isEmpty();
    }

    @Test
    void shouldMoveBetweenParents() {
        Long id = saved("a", "b", "c");
        Long other = saved("x", "y");

        changeBoth(id, other, (one, two) -> two.tracks.add(1, one.tracks.remove(0)));

        assertThat(read(id).titles()).containsExactly("b", "c");
        assertThat(read(other).titles()).containsExactly("x", "a", "y");
    }

    @Test
    void shouldPutAtTheEndWhoComesByTheOtherSide() {
        Long id = saved("b", "a");
        Track late = Track.of("late");

        within(session -> read(session, id).doOnNext(playlist -> {
            late.playlist = playlist;
            session.add(late);
        }));

        assertThat(read(id).titles()).containsExactly("b", "a", "late");
        assertThat(known(late.playlist).titles()).containsExactly("b", "a", "late");
    }

    @Test
    void shouldReadAListToFindItsEnd() {
        Long id = saved("b", "a");
        statements();

        within(session -> session.get(PLAYLIST, id).doOnNext(playlist -> {
            Track late = session.add(Track.of("late"));
            late.playlist = playlist;
        }));

        assertThat(statements()).containsOnlyOnce("select track");
        assertThat(read(id).titles()).containsExactly("b", "a", "late");
    }

    @Test
    void shouldMoveByTheOtherSide() {
        Long id = saved("a", "b", "c");
        Long other = saved("x");

        changeBoth(id, other, (one, two) -> one.tracks.get(0).playlist = two);

        assertThat(read(id).titles()).containsExactly("b", "c");
        assertThat(read(other).titles()).containsExactly("x", "a");
    }

    @Test
    void shouldReadWhoHasNoPlaceLast() {
        Long id = saved("a", "b");
        run(engine.execute(Sql.update(TRACK)
                .set(TRACK.column("Playlist.tracks", Integer.class).to((Integer) null))
                .where(TRACK.text("title").eq("a"))));

        assertThat(read(id).titles()).containsExactly("b", "a");

        change(id, playlist -> playlist.tracks.add(Track.of("c")));
        assertThat(read(id).titles()).containsExactly("b", "a", "c");
        assertThat(positions("position")).containsExactly(1, 0, 2);
    }

    @Test
    void shouldAppendBehindIndexesWithGaps() {
        Long id = saved("a", "b", "c");
        run(engine.execute(Sql.deleteFrom(TRACK).where(TRACK.text("title").eq("b"))));

        assertThat(change(id, playlist -> {})).isEmpty();
        change(id, playlist -> playlist.tracks.add(Track.of("d")));

        assertThat(read(id).titles()).containsExactly("a", "c", "d");
    }

    @Test
    void shouldRefuseTheSameMemberTwice() {
        fails(
                sessions.run(session -> Mono.fromRunnable(() -> {
                    Playlist playlist = session.add(Playlist.of("a"));
                    playlist.tracks.add(playlist.tracks.get(0));
                })),
                EntityStateException.class,
                "Playlist.tracks holds the same Track twice");
    }

    @Test
    void shouldKeepTheOrderThatOnlyTheOwnerKnows() {
        Playlist playlist = new Playlist();
        playlist.notes.addAll(List.of(Note.of("c"), Note.of("a"), Note.of("b")));
        Long id = saved(playlist);

        change(id, read -> {
            Collections.reverse(read.notes);
            read.notes.add(0, Note.of("first"));
        });
        assertThat(read(id).notes).hasToString("[first, b, a, c]");

        change(id, read -> read.notes.remove(1));
        assertThat(read(id).notes).hasToString("[first, a, c]");
        assertThat(rows(select(NOTE).orderBy(NOTE.text("text").asc()))).hasToString("[a, b, c, first]");
    }

    @Test
    void shouldMoveWhatOnlyTheOwnerKnows() {
        Playlist playlist = new Playlist();
        playlist.notes.addAll(List.of(Note.of("a"), Note.of("b")));
        Long id = saved(playlist);
        Long other = saved(new Playlist());

        changeBoth(id, other, (one, two) -> two.notes.add(one.notes.remove(0)));

        assertThat(read(id).notes).hasToString("[b]");
        assertThat(read(other).notes).hasToString("[a]");
    }

    @Test
    void shouldKeepTheOrderInAJoinTable() {
        Long id = savedTags("c", "a", "b");
        assertThat(read(id).tags).hasToString("[c, a, b]");

        List<String> statements = change(id, playlist -> Collections.swap(playlist.tags, 0, 1));

        assertThat(statements).containsExactly("delete playlist_tags", "update playlist", "insert playlist_tags");
        assertThat(read(id).tags).hasToString("[a, c, b]");
    }

    @Test
    void shouldInsertAndRemoveInAJoinTable() {
        Long id = savedTags("a", "b", "c");

        change(id, playlist -> {
            playlist.tags.remove(1);
            playlist.tags.add(0, Tag.of("x"));
        });

        assertThat(read(id).tags).hasToString("[x, a, c]");
    }

    @Test
    void shouldLeaveTheOtherSideAloneWhenPlacesChange() {
        Long id = savedTags("a", "b");
        savedTags("z");

        within(session -> read(session, id).flatMap(playlist -> session.load(playlist.tags.get(0), PLAYLISTS)
                .flatMap(tag -> {
                    Collections.swap(playlist.tags, 0, 1);
                    return session.flush()
                            .doOnSuccess(done -> assertThat(tag.playlists).containsExactly(playlist));
                })));

        assertThat(read(id).tags).hasToString("[b, a]");
    }

    @Test
    void shouldAppendToAJoinTableByTheOtherSide() {
        Long id = savedTags("b", "a");

        within(session -> session.get(PLAYLIST, id).doOnNext(playlist -> {
            Tag tag = session.add(Tag.of("late"));
            tag.playlists.add(playlist);
        }));

        assertThat(read(id).tags).hasToString("[b, a, late]");
    }

    @Test
    void shouldRemoveFromAJoinTableByTheOtherSide() {
        Long id = savedTags("a", "b", "c");

        within(session -> read(session, id)
                .flatMap(playlist -> session.load(playlist.tags.get(0), PLAYLISTS))
                .doOnNext(tag -> tag.playlists.clear()));

        assertThat(read(id).tags).hasToString("[b, c]");
    }

    @Test
    void shouldForgetADeletedMemberInAJoinTable() {
        Long id = savedTags("a", "b", "c");

        within(session -> read(session, id).doOnNext(playlist -> session.delete(playlist.tags.get(0))));

        assertThat(read(id).tags).hasToString("[b, c]");
    }

    @Test
    void shouldHoldOneSeveralTimesWhereOnlyTheOwnerKnows() {
        Playlist playlist = new Playlist();
        Tag tag = Tag.of("a");
        playlist.marks.addAll(List.of(tag, Tag.of("b"), tag));
        Long id = saved(playlist);
        assertThat(read(id).marks).hasToString("[a, b, a]");

        change(id, read -> read.marks.remove(0));

        assertThat(read(id).marks).hasToString("[b, a]");
    }

    @Test
    void shouldComeBackToTheOrderOfASavepoint() {
        Long id = saved("a", "b", "c");

        within(session -> read(session, id).flatMap(playlist -> session.savepoint(inner -> {
                    Collections.reverse(playlist.tracks);
                    return inner.flush().then(Mono.error(new IllegalStateException("no")));
                })
                .onErrorComplete()
                .then(Mono.fromRunnable(() -> {
                    assertThat(playlist.titles()).containsExactly("a", "b", "c");
                    playlist.tracks.add(0, playlist.tracks.remove(1));
                }))));

        assertThat(read(id).titles()).containsExactly("b", "a", "c");
    }

    @Test
    void shouldLeaveTheOrderWhenRolledBack() {
        Long id = saved("a", "b", "c");

        fails(
                sessions.run(session -> read(session, id)
                        .doOnNext(playlist -> Collections.reverse(playlist.tracks))
                        .flatMap(playlist -> session.flush())
                        .then(Mono.error(new IllegalStateException("no")))),
                IllegalStateException.class);

        assertThat(read(id).titles()).containsExactly("a", "b", "c");
    }

    @Test
    void shouldMergeTheOrder() {
        Long id = saved("a", "b", "c");
        Playlist detached = read(id);
        Collections.reverse(detached.tracks);

        within(session -> session.merge(detached));

        assertThat(read(id).titles()).containsExactly("c", "b", "a");
    }

    @Test
    void shouldRaiseTheVersionOfTheOwnerOfAnOwnedListAlone() {
        Playlist playlist = Playlist.of("a", "b");
        playlist.notes.addAll(List.of(Note.of("x"), Note.of("y")));
        playlist.tags.addAll(List.of(Tag.of("p"), Tag.of("q")));
        Long id = saved(playlist);

        change(id, read -> Collections.reverse(read.tracks));
        assertThat(read(id).version).isEqualTo(1);

        change(id, read -> Collections.reverse(read.notes));
        assertThat(read(id).version).isEqualTo(2);

        change(id, read -> Collections.reverse(read.tags));
        assertThat(read(id).version).isEqualTo(3);

        change(id, read -> read.tags.add(Tag.of("r")));
        assertThat(read(id).version).isEqualTo(4);

        change(id, read -> read.notes.clear());
        assertThat(read(id).version).isEqualTo(5);
    }

    @Test
    void shouldReleaseTheMembersOfADeletedOwnerThatWereNotRead() {
        Playlist playlist = new Playlist();
        playlist.notes.add(Note.of("x"));
        Long id = saved(playlist);

        within(session -> session.get(PLAYLIST, id).doOnNext(session::delete));

        Column<Integer> position = NOTE.column("Playlist.notes", Integer.class);
        assertThat(count(NOTE)).isEqualTo(1);
        assertThat(rows(select(NOTE).where(position.isNull()))).hasSize(1);
    }
}
