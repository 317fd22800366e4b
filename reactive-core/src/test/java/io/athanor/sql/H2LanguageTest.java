package io.athanor.sql;

import io.athanor.dialect.Dialect;
import io.athanor.dialect.H2Dialect;
import io.athanor.testing.TestDatabase;

class H2LanguageTest implements AllCompliance {
    private static final Dialect DIALECT = new H2Dialect();
    private static final ShopDatabase DATABASE = new ShopDatabase(TestDatabase.h2(), DIALECT);

    @Override
    public ShopDatabase database() {
        return DATABASE;
    }

    @Override
    public Dialect dialect() {
        return DIALECT;
    }
}
