package io.athanor.schema;

import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.sql;
import static io.athanor.types.Types.varchar;

import io.athanor.dialect.Dialect;
import io.athanor.dialect.PostgresDialect;
import io.athanor.testing.StatementRunner;
import io.athanor.testing.TestDatabase;
import java.util.List;

class PostgresSchemaTest implements SchemaCompliance, NameCompliance, ColumnCompliance, FeatureCompliance {
    private static final Dialect DIALECT = new PostgresDialect();
    /** One for all: to create one takes half a second, and each test leaves it empty. */
    private static final TestDatabase DATABASE = TestDatabase.postgres();

    private final StatementRunner runner = new StatementRunner(DATABASE.connectionFactory(), DIALECT);

    @Override
    public Dialect dialect() {
        return DIALECT;
    }

    @Override
    public StatementRunner runner() {
        return runner;
    }

    @Override
    public List<String> comments(String table) {
        return runner.rows(sql("select d.description from pg_description d join pg_class c on c.oid = d.objoid"
                        + " where c.relname = :t order by d.objsubid")
                .bind("t", varchar(300), table)
                .rows(column("description", varchar(300))));
    }
}
