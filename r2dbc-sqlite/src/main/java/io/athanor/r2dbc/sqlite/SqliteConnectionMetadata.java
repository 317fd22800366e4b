package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.ConnectionMetadata;
import org.sqlite.SQLiteJDBCLoader;

/** SQLite, and which one: the library is in sqlite-jdbc, so that its version is the database's. */
final class SqliteConnectionMetadata implements ConnectionMetadata {
    @Override
    public String getDatabaseProductName() {
        return SqliteConnectionFactory.NAME;
    }

    @Override
    public String getDatabaseVersion() {
        return SQLiteJDBCLoader.getVersion();
    }
}
