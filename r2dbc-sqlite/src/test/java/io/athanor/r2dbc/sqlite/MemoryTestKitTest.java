package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MemoryTestKitTest implements SqliteTestKit {
    private final SingleConnectionDataSource source =
            new SingleConnectionDataSource("jdbc:sqlite:file:/testkit?vfs=memdb", true);
    private final ConnectionFactory factory = ConnectionFactories.get("r2dbc:sqlite:mem:///testkit");
    private JdbcTemplate jdbc;

    @BeforeAll
    void open() {
        jdbc = new JdbcTemplate(source);
    }

    @AfterAll
    void close() {
        source.destroy();
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
