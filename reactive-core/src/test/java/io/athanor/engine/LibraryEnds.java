package io.athanor.engine;

import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.sql;
import static io.athanor.types.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.sql.Query;

/** What must hold after the end of a transaction. */
final class LibraryEnds {
    private LibraryEnds() {}

    static void assertEnded(Throwable error) {
        assertThat(error).isInstanceOf(IllegalStateException.class).hasMessageContaining("ended");
    }

    /** The settings of a connection that a transaction may have changed. */
    static Query<String> sessionSettings(boolean isPostgres) {
        return sql(isPostgres
                        ? "select name || ' ' || setting from pg_settings where name in ('statement_timeout',"
                                + " 'lock_timeout', 'transaction_isolation', 'transaction_read_only') order by name"
                        : "select isolation_level || lock_timeout() from information_schema.sessions"
                                + " where session_id = session_id()")
                .rows(column("s", varchar(100)));
    }
}
