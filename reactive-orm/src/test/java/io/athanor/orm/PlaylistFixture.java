package io.athanor.orm;

import io.athanor.orm.Playlist.Tag;
import io.athanor.testing.TestDatabase;

/** Playlists in the database. */
abstract class PlaylistFixture extends SessionFixture {
    PlaylistFixture(TestDatabase database) {
        super(database, Playlist.MODEL);
    }

    @Override
    void untie() {
        // nothing refers in a circle
    }

    Long saved(Playlist playlist) {
        doing(session -> session.add(playlist));
        statements();
        return known(playlist.id);
    }

    Long saved(String... titles) {
        return saved(Playlist.of(titles));
    }

    Long savedTags(String... names) {
        Playlist playlist = new Playlist();
        for (String name : names) {
            playlist.tags.add(Tag.of(name));
        }
        return saved(playlist);
    }
}
