package io.athanor.orm.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.athanor.IdentityConflictException;
import io.athanor.NotLoadedException;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.orm.mapping.MappedColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionStateTest {
    private static final EntityModel MODEL = EntityModel.of(Song.class, Album.class);
    private static final EntityMapping<Song> SONG = MODEL.mapping(Song.class);
    private static final EntityMapping<Album> ALBUM = MODEL.mapping(Album.class);

    private final SessionState session = new SessionState(true);

    private Song song(long id, String title) {
        Song song = new Song();
        @Nullable Object[] values = new @Nullable Object[SONG.columns().size()];
        values[SONG.column("id").index()] = id;
        values[SONG.column("title").index()] = title;
        values[SONG.column("sound").index()] = new byte[] {1, 2};
        session.register(SONG, key(id), song, values);
        return song;
    }

    private static EntityKey key(long id) {
        return EntityKey.of(SONG, List.of(id));
    }

    private EntityState state(Object entity) {
        return Objects.requireNonNull(session.of(entity));
    }

    private static MappedColumn column(String path) {
        return SONG.column(path);
    }

    @Test
    void shouldFindAnEntityByKeyAndByObject() {
        Song song = song(1, "Gold");

        assertThat(session.find(key(1))).isSameAs(session.of(song));
        assertThat(state(song).status()).isEqualTo(Status.PERSISTENT);
    }

    @Test
    void shouldRefuseAnotherObjectOfAKey() {
        song(1, "Gold");

        assertThatExceptionOfType(IdentityConflictException.class)
                .isThrownBy(() -> song(1, "Silver"))
                .withMessageContaining("another Song");
    }

    @Test
    void shouldSeeWhatHasChanged() {
        Song song = song(1, "Gold");
        assertThat(state(song).isChanged(column("title"))).isFalse();

        song.title = "Silver";

        assertThat(state(song).isChanged(column("title"))).isTrue();
        assertThat(state(song).isChanged(column("id"))).isFalse();
    }

    @Test
    void shouldSeeAChangeInsideAValue() {
        Song song = song(1, "Gold");
        assertThat(state(song).isChanged(column("sound"))).isFalse();

        song.sound[0] = 9;

        assertThat(state(song).isChanged(column("sound"))).isTrue();
    }

    @Test
    void shouldSayHowToLoadWhatIsNotLoaded() {
        Album album = new Album();
        session.register(ALBUM, EntityKey.of(ALBUM, List.of(7L)), album, new @Nullable Object[] {7L});

        assertThatExceptionOfType(NotLoadedException.class)
                .isThrownBy(() -> album.songs.size())
                .withMessageContainingAll("Album.songs is not loaded", "ALBUM.with(ALBUM.songs)", "session.load(")
                .satisfies(error ->
                        assertThat(error.entity() + "." + error.attribute()).isEqualTo("Album.songs"));
        assertThatExceptionOfType(NotLoadedException.class).isThrownBy(() -> album.titles.add(new Song()));
        assertThatExceptionOfType(NotLoadedException.class).isThrownBy(() -> album.songs.forEach(song -> {}));
        assertThatExceptionOfType(NotLoadedException.class).isThrownBy(() -> album.songs.equals(List.of()));
        assertThat(album.songs).hasToString("(not loaded)");
    }

    @Test
    void shouldRestoreObjectsWhenASavepointIsUndone() {
        Song song = song(1, "Gold");
        SessionState savepoint = session.savepoint();
        song.title = "Silver";
        song.sound[0] = 9;
        Song added = new Song();
        session.set(session.add(SONG, added), column("id"), 5L);

        savepoint.rollback();

        assertThat(song.title).isEqualTo("Gold");
        assertThat(song.sound).containsExactly(1, 2);
        assertThat(added.id).isNull();
        assertThat(session.of(added)).isNull();
    }

    @Test
    void shouldComeBackThroughSavepointsThatEndedWell() {
        Song song = song(1, "Gold");
        SessionState outer = session.savepoint();
        SessionState inner = outer.savepoint();
        inner.delete(state(song));
        inner.forget(state(song));
        inner.release();
        assertThat(session.of(song)).isNull();

        outer.rollback();

        assertThat(session.of(song)).isNotNull();
        assertThat(state(song).status()).isEqualTo(Status.PERSISTENT);
    }

    @Test
    void shouldTakeGeneratedValuesBackWhenAllIsUndone() {
        Song song = new Song();
        EntityState state = session.add(SONG, song);
        session.set(state, column("id"), 5L);
        session.written(state, key(5));

        session.rollback();

        assertThat(song.id).isNull();
    }

    @Test
    void shouldKeepNoSnapshotsIfNothingIsTracked() {
        SessionState reading = new SessionState(false);
        Song song = new Song();

        EntityState state = reading.register(
                SONG, key(1), song, new @Nullable Object[SONG.columns().size()]);

        assertThat(state.row()).isNull();
        assertThat(state.isChanged(column("title"))).isFalse();
    }

    @Entity
    static class Song {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String title;

        byte[] sound = {};

        @ManyToOne
        @Nullable
        Album album;
    }

    @Entity
    static class Album {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @OneToMany(mappedBy = "album")
        List<Song> songs = new ArrayList<>();

        @OneToMany
        Set<Song> titles = new LinkedHashSet<>();
    }
}
