package io.athanor.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.UnsupportedByDialectException;
import io.athanor.compile.Ddl;
import io.athanor.dialect.SqliteDialect;
import io.athanor.schema.MetaData;
import io.athanor.testing.TestDatabase;
import org.junit.jupiter.api.Test;

final class SqliteBulkTest extends BulkCompliance {
    private static final TestDatabase DATABASE = TestDatabase.sqlite();

    SqliteBulkTest() {
        super(DATABASE);
    }

    @Override
    @Test
    void shouldInsertColumnsOfArrays() {
        assertThatThrownBy(() -> Ddl.statements(MetaData.of(TAGGED).createAll(), new SqliteDialect()))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("arrays");
    }

    /** As many as are read ahead. */
    @Override
    int rowsStreamedBesideWrites() {
        return 9_000;
    }
}
