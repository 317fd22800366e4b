package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is.
 *
 * @param name for messages and thread names
 * @param uri what SQLite opens
 * @param file null if it is in memory
 */
record DatabaseLocation(String name, String uri, @Nullable Path file) {
    /** A database in memory that only its one connection sees. */
    static DatabaseLocation privateMemory() {
        return new DatabaseLocation("memory", ":memory:", null);
    }

    /** A database in memory that all connections of this process to the same name share, as long as there is one. */
    static DatabaseLocation sharedMemory(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return new DatabaseLocation("mem-" + name, "file:/" + encoded + "?vfs=memdb", null);
    }

    static DatabaseLocation file(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return new DatabaseLocation(
                String.valueOf(absolute.getFileName()), absolute.toUri().toString(), absolute);
    }

    /** Says clearly what SQLite would call "unable to open database file". */
    void check(boolean readOnly) {
        if (file == null) {
            return;
        }
        Path folder = file.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw unusable("The folder " + folder + " does not exist; create it before opening " + file.getFileName());
        }
        if (Files.isDirectory(file)) {
            throw unusable(file + " is a folder, not a database file");
        }
        if (readOnly && !Files.exists(file)) {
            throw unusable(file + " does not exist, and a read-only connection does not create it");
        }
    }

    private static R2dbcNonTransientResourceException unusable(String message) {
        return new R2dbcNonTransientResourceException(message, "08001", 14);
    }
}
