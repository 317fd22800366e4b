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
    private final StatementRunner runner =
            new StatementRunner(TestDatabase.postgres().connectionFactory(), DIALECT);

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
