package io.athanor.types.compliance;

import io.athanor.driver.postgresql.PostgresqlDriver;
import io.athanor.testing.TestDatabase;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;

/** Results in binary, as the engine asks for them. */
class PostgresBinaryTypesTest extends PostgresTypes {
    PostgresBinaryTypesTest() {
        super(tuned());
    }

    private static ConnectionFactory tuned() {
        ConnectionFactoryOptions options =
                ConnectionFactoryOptions.parse(TestDatabase.postgres().url());
        return ConnectionFactories.get(new PostgresqlDriver().tune(options).options());
    }
}
