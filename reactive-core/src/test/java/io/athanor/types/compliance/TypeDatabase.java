package io.athanor.types.compliance;

import io.athanor.dialect.Dialect;
import io.athanor.sql.DynamicTable;
import io.athanor.sql.Query;
import io.athanor.sql.Statement;
import io.athanor.testing.StatementRunner;
import io.athanor.types.SqlType;
import io.r2dbc.spi.ConnectionFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A database with tables of one column beside their key. Keeps one connection. */
final class TypeDatabase {
    private final Dialect dialect;
    private final StatementRunner runner;
    private final AtomicInteger tables = new AtomicInteger();

    TypeDatabase(ConnectionFactory factory, Dialect dialect) {
        this.dialect = dialect;
        this.runner = StatementRunner.onOneConnection(factory, dialect);
    }

    Dialect dialect() {
        return dialect;
    }

    <R> List<R> rows(Query<R> query) {
        return runner.rows(query);
    }

    <R> @Nullable R one(Query<R> query) {
        List<R> rows = rows(query);
        if (rows.size() != 1) {
            throw new AssertionError(rows.size() + " rows");
        }
        return rows.get(0);
    }

    long execute(Statement statement) {
        return runner.execute(statement);
    }

    void run(String sql) {
        runner.run(sql);
    }

    <T> TypeTable<T> create(SqlType<T> type) {
        return create(type, "");
    }

    /** A new table whose column is declared with {@code options}. */
    <T> TypeTable<T> create(SqlType<T> type, String options) {
        TypeTable<T> table = TypeTable.of("t" + tables.incrementAndGet(), type, this);
        DynamicTable columns = table.table();
        run("create table \"" + columns.name().name() + "\" (\"id\" integer primary key, \"v\" "
                + dialect.typeName(type.dataType()) + " " + options + ")");
        return table;
    }
}
