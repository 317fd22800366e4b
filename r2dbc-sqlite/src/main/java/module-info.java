/** An R2DBC driver for SQLite: rows on demand, cancel at once, never on the caller's thread. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // R2DBC and Reactor have no descriptors
module io.athanor.r2dbc.sqlite {
    requires transitive org.jspecify;
    requires transitive org.reactivestreams;
    requires transitive r2dbc.spi;
    requires transitive reactor.core;
    requires java.sql;
    requires org.xerial.sqlitejdbc;
    requires static reactor.blockhound;

    exports io.athanor.r2dbc.sqlite;

    provides io.r2dbc.spi.ConnectionFactoryProvider with
            io.athanor.r2dbc.sqlite.SqliteConnectionFactoryProvider;
}
