package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.ConnectionFactoryProvider;

/** How R2DBC finds this driver: {@code ConnectionFactories.get("r2dbc:sqlite:///shop.db")}. */
public final class SqliteConnectionFactoryProvider implements ConnectionFactoryProvider {
    static final String DRIVER_ID = "sqlite";

    /** For {@code ServiceLoader}. */
    public SqliteConnectionFactoryProvider() {}

    @Override
    public ConnectionFactory create(ConnectionFactoryOptions options) {
        return SqliteConnectionFactory.of(options);
    }

    @Override
    public boolean supports(ConnectionFactoryOptions options) {
        return DRIVER_ID.equals(options.getValue(ConnectionFactoryOptions.DRIVER));
    }

    @Override
    public String getDriver() {
        return DRIVER_ID;
    }
}
