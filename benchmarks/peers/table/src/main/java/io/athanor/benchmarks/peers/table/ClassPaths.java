package io.athanor.benchmarks.peers.table;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The class path of each contender. */
@FunctionalInterface
interface ClassPaths {
    /** As {@code java --class-path} takes it. */
    String of(Entrant entrant);

    /** Those that the build left in the modules. */
    static ClassPaths ofModules(Path directory) {
        return entrant -> {
            Path built = directory.resolve(entrant.module()).resolve("target");
            try {
                return built.resolve("classes")
                        + File.pathSeparator
                        + Files.readString(built.resolve("class-path")).strip();
            } catch (IOException missing) {
                throw new UncheckedIOException(entrant + " is not built: " + built, missing);
            }
        };
    }
}
