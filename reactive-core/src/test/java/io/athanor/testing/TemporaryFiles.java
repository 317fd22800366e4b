package io.athanor.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Directories that go when the JVM goes. */
final class TemporaryFiles {
    private TemporaryFiles() {}

    static void deleteAtExit(Path directory) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            // The JVM deletes in the reverse order, so a directory is named before what is in it.
            files.map(Path::toFile).forEach(File::deleteOnExit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
