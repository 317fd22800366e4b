package io.athanor.examples.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The database of a URL or, without one, an H2 database in a folder that is gone afterwards. */
final class TemporaryDatabase implements AutoCloseable {
    private final String url;
    private final @Nullable Path folder;

    private TemporaryDatabase(String url, @Nullable Path folder) {
        this.url = url;
        this.folder = folder;
    }

    static TemporaryDatabase unless(@Nullable String url) {
        if (url != null) {
            return new TemporaryDatabase(url, null);
        }
        try {
            Path folder = Files.createTempDirectory("athanor-tour");
            String path = folder.resolve("tpch").toString().replace('\\', '/');
            return new TemporaryDatabase("h2:file:///" + path, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        if (folder != null) {
            try {
                for (Path file : contents(folder)) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<Path> contents(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
