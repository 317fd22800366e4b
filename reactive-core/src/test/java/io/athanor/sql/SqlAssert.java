package io.athanor.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.athanor.UnsupportedByDialectException;
import io.athanor.compile.SqlText;
import io.athanor.compile.StatementCompiler;
import io.athanor.dialect.Dialect;
import io.athanor.dialect.H2Dialect;
import io.athanor.dialect.PostgresDialect;
import io.athanor.dialect.SqliteDialect;
import io.athanor.dialect.StandardDialect;

/**
 * What a node is in SQL: standard SQL first, then what databases make of it.
 *
 * <pre>{@code
 * assertSql(select(USERS.name).limit(3))
 *     .is("select users.name from users fetch first ? rows only")
 *     .on(POSTGRESQL).is("select users.name from users limit $1");
 * }</pre>
 *
 * Quotes around plain names are left out of what is compared; {@link #isExactly} keeps them.
 */
final class SqlAssert {
    static final Dialect STANDARD = new StandardDialect();
    static final Dialect POSTGRESQL = new PostgresDialect();
    static final Dialect H2 = new H2Dialect();
    static final Dialect SQLITE = new SqliteDialect();

    private final SqlNode node;
    private final Dialect dialect;

    private SqlAssert(SqlNode node, Dialect dialect) {
        this.node = node;
        this.dialect = dialect;
    }

    static SqlAssert assertSql(SqlNode node) {
        return new SqlAssert(node, STANDARD);
    }

    static String plain(String sql) {
        return sql.replaceAll("\"([a-z_][a-z0-9_]*)\"", "$1");
    }

    SqlAssert on(Dialect other) {
        return new SqlAssert(node, other);
    }

    SqlAssert is(String expected) {
        assertThat(plain(SqlText.of(node, dialect))).as(dialect.name()).isEqualTo(expected);
        return this;
    }

    SqlAssert isExactly(String expected) {
        assertThat(SqlText.of(node, dialect)).as(dialect.name()).isEqualTo(expected);
        return this;
    }

    /** With values written into the text. */
    SqlAssert isInlined(String expected) {
        assertThat(plain(SqlText.inlined(node, dialect))).as(dialect.name()).isEqualTo(expected);
        return this;
    }

    SqlAssert refuses(String feature) {
        assertThatExceptionOfType(UnsupportedByDialectException.class)
                .isThrownBy(() -> SqlText.of(node, dialect))
                .satisfies(refused -> assertThat(refused.feature()).isEqualTo(feature))
                .satisfies(refused -> assertThat(refused.dialect()).isEqualTo(dialect.name()))
                .withMessageContaining("; ");
        return this;
    }

    /** What the driver is handed, in the order of the markers. */
    SqlAssert binds(Object... values) {
        assertThat(new StatementCompiler(dialect, 0).compile((Statement) node).values())
                .as(dialect.name())
                .containsExactly(values);
        return this;
    }
}
