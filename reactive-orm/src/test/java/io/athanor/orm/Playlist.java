package io.athanor.orm;

import io.athanor.orm.mapping.DynamicEntityTable;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.orm.mapping.ToMany;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists that keep their order in columns, in all places where the columns can be. */
@Entity
class Playlist {
    static final EntityModel MODEL = EntityModel.of(Playlist.class, Track.class, Note.class, Tag.class);
    static final DynamicEntityTable<Playlist, Long> PLAYLIST = MODEL.table(Playlist.class);
    static final DynamicEntityTable<Track, Long> TRACK = MODEL.table(Track.class);
    static final DynamicEntityTable<Note, Long> NOTE = MODEL.table(Note.class);
    static final DynamicEntityTable<Tag, Long> TAG = MODEL.table(Tag.class);
    static final ToMany<Playlist, Track, DynamicEntityTable<Track, Object>> TRACKS =
            PLAYLIST.toMany("tracks", () -> MODEL.table(Track.class));
    static final ToMany<Playlist, Note, DynamicEntityTable<Note, Object>> NOTES =
            PLAYLIST.toMany("notes", () -> MODEL.table(Note.class));
    static final ToMany<Playlist, Tag, DynamicEntityTable<Tag, Object>> TAGS =
            PLAYLIST.toMany("tags", () -> MODEL.table(Tag.class));
    static final ToMany<Playlist, Tag, DynamicEntityTable<Tag, Object>> MARKS =
            PLAYLIST.toMany("marks", () -> MODEL.table(Tag.class));
    static final ToMany<Tag, Playlist, DynamicEntityTable<Playlist, Object>> PLAYLISTS =
            TAG.toMany("playlists", () -> MODEL.table(Playlist.class));

    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Version
    int version;

    @OneToMany(mappedBy = "playlist", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderColumn(name = "position")
    List<Track> tracks = new ArrayList<>();

    @OneToMany
    @JoinColumn(name = "playlist_id")
    @OrderColumn
    List<Note> notes = new ArrayList<>();

    @ManyToMany
    @OrderColumn(name = "place")
    List<Tag> tags = new ArrayList<>();

    @ManyToMany
    @OrderColumn
    List<Tag> marks = new ArrayList<>();

    static Playlist of(String... titles) {
        Playlist playlist = new Playlist();
        Arrays.stream(titles).map(Track::of).forEach(playlist.tracks::add);
        return playlist;
    }

    List<String> titles() {
        return tracks.stream().map(track -> track.title).toList();
    }

    @Entity
    static class Track {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Version
        int version;

        String title = "";

        @ManyToOne
        @Nullable
        Playlist playlist;

        static Track of(String title) {
            Track track = new Track();
            track.title = title;
            return track;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    @Entity
    static class Note {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        String text = "";

        static Note of(String text) {
            Note note = new Note();
            note.text = text;
            return note;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @Entity
    static class Tag {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        String name = "";

        @ManyToMany(mappedBy = "tags")
        List<Playlist> playlists = new ArrayList<>();

        static Tag of(String name) {
            Tag tag = new Tag();
            tag.name = name;
            return tag;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
