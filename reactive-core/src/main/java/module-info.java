/** Tables, a typed SQL expression language, dialects, and a reactive engine on R2DBC. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic", "module"
}) // R2DBC and Reactor have no descriptors; the ORM comes later
module io.athanor.core {
    requires transitive org.jspecify;
    requires transitive org.reactivestreams;
    requires transitive reactor.core;
    requires transitive r2dbc.spi;
    requires r2dbc.pool;
    requires reactor.pool;
    requires org.slf4j;
    requires static r2dbc.postgresql;
    requires static reactor.netty.core;
    requires static io.netty.buffer;
    requires static r2dbc.h2;
    requires static io.athanor.r2dbc.sqlite;

    exports io.athanor;
    exports io.athanor.types;
    exports io.athanor.sql;
    exports io.athanor.schema;
    exports io.athanor.dialect;
    exports io.athanor.compile;
    exports io.athanor.pool;
    exports io.athanor.engine;
    exports io.athanor.order to
            io.athanor.orm;

    uses io.athanor.dialect.DialectProvider;
    uses io.athanor.engine.DriverSupport;
    uses io.r2dbc.spi.ConnectionFactoryProvider;

    provides io.athanor.engine.DriverSupport with
            io.athanor.driver.h2.H2Driver,
            io.athanor.driver.postgresql.PostgresqlDriver,
            io.athanor.driver.sqlite.SqliteDriver;
}
