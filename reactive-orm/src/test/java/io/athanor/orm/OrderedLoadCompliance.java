package io.athanor.orm;

import static io.athanor.orm.Playlist.MARKS;
import static io.athanor.orm.Playlist.PLAYLIST;
import static io.athanor.orm.Playlist.TAG;
import static io.athanor.orm.Playlist.TAGS;
import static io.athanor.orm.Playlist.TRACKS;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.ConfigurationException;
import io.athanor.orm.Playlist.Tag;
import io.athanor.orm.mapping.Load;
import io.athanor.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists come in the order of their columns, however they are loaded. */
abstract class OrderedLoadCompliance extends PlaylistFixture {
    OrderedLoadCompliance(TestDatabase database) {
        super(database);
    }

    @Test
    void shouldReadTheOrderByEveryStrategy() {
        Playlist playlist = Playlist.of("c", "a", "b");
        playlist.tags.addAll(List.of(Tag.of("z"), Tag.of("x"), Tag.of("y")));
        Tag mark = Tag.of("m");
        playlist.marks.addAll(List.of(mark, Tag.of("k"), mark));
        saved(playlist);
        saved("f", "e");

        List<List<Load<Playlist>>> strategies = List.of(
                List.of(TRACKS.selectIn(), TAGS.selectIn(), MARKS.selectIn()),
                List.of(TRACKS.joined()),
                List.of(TAGS.joined()),
                List.of(MARKS.joined()),
                List.of(TRACKS.subquery(), TAGS.subquery(), MARKS.subquery()));
        for (List<Load<Playlist>> strategy : strategies) {
            List<Playlist> read = inSession(session -> session.stream(select(with(strategy))
                            .from(PLAYLIST)
                            .orderBy(PLAYLIST.number("id", Long.class).asc()))
                    .concatMap(each -> session.load(each, List.of(TRACKS, TAGS, MARKS)))
                    .collectList());

            assertThat(read.get(0).titles()).as("%s", strategy).containsExactly("c", "a", "b");
            assertThat(read.get(0).tags).as("%s", strategy).hasToString("[z, x, y]");
            assertThat(read.get(0).marks).as("%s", strategy).hasToString("[m, k, m]");
            assertThat(read.get(1).titles()).as("%s", strategy).containsExactly("f", "e");
        }
    }

    @SuppressWarnings("unchecked") // an array of loads
    private static io.athanor.sql.Selection<Playlist> with(List<Load<Playlist>> loads) {
        return PLAYLIST.with(loads.toArray(Load[]::new));
    }

    @Test
    void shouldReadTheOrderFromTheQuerysOwnJoin() {
        savedTags("c", "a", "b");

        List<Playlist> read = rows(select(PLAYLIST.with(TAGS.from(TAGS.target())))
                .from(PLAYLIST)
                .leftJoin(TAGS)
                .orderBy(TAG.text("name").asc()));

        assertThat(read).singleElement().satisfies(playlist -> assertThat(playlist.tags)
                .hasToString("[c, a, b]"));
    }

    @Test
    void shouldReadTheOrderInWindowsOfAStream() {
        for (int i = 0; i < 20; i++) {
            saved("b" + i, "a" + i);
        }

        List<List<String>> titles = inSession(session -> session.stream(select(PLAYLIST.with(TRACKS))
                        .orderBy(PLAYLIST.number("id", Long.class).asc()))
                .map(Playlist::titles)
                .collectList());

        assertThat(titles).hasSize(20).element(7).isEqualTo(List.of("b7", "a7"));
    }

    @Test
    void shouldRefuseToReadAListInPart() {
        assertThatThrownBy(() ->
                        TRACKS.selectIn().where(track -> track.text("title").eq("a")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("tracks", "@OrderColumn");
        assertThatThrownBy(() ->
                        TRACKS.selectIn().orderBy(track -> track.text("title").asc()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("tracks", "@OrderColumn");
    }
}
