package io.athanor.sql;

import io.athanor.dialect.Dialect;
import io.athanor.dialect.PostgresDialect;
import io.athanor.testing.TestDatabase;

class PostgresLanguageTest implements AllCompliance {
    private static final Dialect DIALECT = new PostgresDialect();
    private static final ShopDatabase DATABASE = new ShopDatabase(TestDatabase.postgres(), DIALECT);

    @Override
    public ShopDatabase database() {
        return DATABASE;
    }

    @Override
    public Dialect dialect() {
        return DIALECT;
    }
}
