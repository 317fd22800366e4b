package io.athanor.r2dbc.sqlite;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class FileTestKitTest extends SqliteTestKit {
    FileTestKitTest(@TempDir Path folder) {
        super(
                "sqlite:" + folder + "/testkit.db?journalMode=wal&synchronous=off",
                "jdbc:sqlite:" + folder + "/testkit.db");
    }
}
