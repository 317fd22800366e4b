package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.ConnectionFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FileTestKitTest implements SqliteTestKit {
    @TempDir
    private static Path folder;

    private JdbcTemplate jdbc;
    private ConnectionFactory factory;

    @BeforeAll
    void open() {
        Path file = folder.resolve("testkit.db");
        jdbc = new JdbcTemplate(new DriverManagerDataSource("jdbc:sqlite:" + file + "?synchronous=OFF"));
        factory = SqliteConnectionFactory.of("sqlite:" + file + "?journalMode=wal&synchronous=off");
    }

    @Override
    public ConnectionFactory getConnectionFactory() {
        return factory;
    }

    @Override
    public JdbcOperations getJdbcOperations() {
        return jdbc;
    }
}
