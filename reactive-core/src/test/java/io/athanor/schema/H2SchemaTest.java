package io.athanor.schema;

import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.sql;
import static io.athanor.types.Types.varchar;

import io.athanor.dialect.Dialect;
import io.athanor.dialect.H2Dialect;
import io.athanor.testing.StatementRunner;
import io.athanor.testing.TestDatabase;
import java.util.List;

class H2SchemaTest implements SchemaCompliance, NameCompliance, ColumnCompliance, FeatureCompliance {
    private static final Dialect DIALECT = new H2Dialect();
    private final StatementRunner runner = new StatementRunner(TestDatabase.h2().connectionFactory(), DIALECT);

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
        return runner.rows(sql("select remarks from information_schema.tables where table_name = :t"
                        + " union all select remarks from information_schema.columns"
                        + " where table_name = :t and remarks is not null")
                .bind("t", varchar(300), table)
                .rows(column("remarks", varchar(300))));
    }
}
