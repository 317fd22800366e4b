package io.athanor.r2dbc.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcPermissionDeniedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a build of SQLite that encrypts; the build runs it with one in place of the other. */
@Tag("encryption")
final class EncryptionTest {
    private static final String PASSWORD = "it's; secret";

    @TempDir
    private Path folder;

    private SqliteConnectionFactory factory(String password) {
        return SqliteConnectionFactory.of(ConnectionFactoryOptions.builder()
                .option(ConnectionFactoryOptions.DRIVER, "sqlite")
                .option(ConnectionFactoryOptions.DATABASE, file().toString())
                .option(ConnectionFactoryOptions.PASSWORD, password)
                .build());
    }

    private Path file() {
        return folder.resolve("encrypted.db");
    }

    @BeforeEach
    void createFile() {
        Sql.with(factory(PASSWORD), writer -> {
            Sql.awaitRun(writer, "CREATE TABLE item (name TEXT); INSERT INTO item VALUES ('in plain words')");
            return writer;
        });
    }

    @Test
    void shouldReadWithThePasswordItWasWrittenWith() {
        String name = Sql.with(
                factory(PASSWORD),
                reader -> Sql.await(Sql.select(reader, "SELECT name FROM item", String.class)
                        .single()));

        assertThat(name).isEqualTo("in plain words");
    }

    @Test
    void shouldLeaveNothingReadableInTheFile() throws IOException {
        assertThat(Files.readString(file(), StandardCharsets.ISO_8859_1))
                .doesNotContain("in plain words")
                .doesNotStartWith("SQLite format");
    }

    @Test
    void shouldRefuseAnotherPassword() {
        assertRefused(factory("it's wrong"));
    }

    @Test
    void shouldRefuseToOpenItWithoutAPassword() {
        assertRefused(SqliteConnectionFactory.of("sqlite:" + file()));
    }

    private static void assertRefused(SqliteConnectionFactory factory) {
        assertThatThrownBy(() -> Sql.open(factory))
                .isInstanceOf(R2dbcPermissionDeniedException.class)
                .hasMessageContaining("password")
                .hasMessageNotContaining("it's")
                .extracting(e -> ((R2dbcException) e).getSqlState())
                .isEqualTo("28000");
    }
}
