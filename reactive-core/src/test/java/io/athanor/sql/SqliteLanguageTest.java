package io.athanor.sql;

import io.athanor.dialect.Dialect;
import io.athanor.dialect.SqliteDialect;
import io.athanor.testing.TestDatabase;

class SqliteLanguageTest implements AllCompliance {
    private static final Dialect DIALECT = new SqliteDialect();
    private static final ShopDatabase DATABASE = new ShopDatabase(TestDatabase.sqlite(), DIALECT);

    @Override
    public ShopDatabase database() {
        return DATABASE;
    }

    @Override
    public Dialect dialect() {
        return DIALECT;
    }

    @Override
    public int digitsOfQuotients() {
        return 15;
    }
}
