package io.athanor.dialect;

import io.athanor.sql.Column;
import io.athanor.sql.Defaults;
import io.athanor.sql.Delete;
import io.athanor.sql.Expression;
import io.athanor.sql.Insert;
import io.athanor.sql.InsertSource;
import io.athanor.sql.OnConflict;
import io.athanor.sql.Relay;
import io.athanor.sql.Returning;
import io.athanor.sql.SqlNode;
import io.athanor.sql.SqlWriter;
import io.athanor.sql.TypedTable;
import io.athanor.sql.Update;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** INSERT, UPDATE and DELETE as SQLite has them. */
final class SqliteChanges {
    private SqliteChanges() {}

    static void insert(Insert insert, SqlWriter out) {
        OnConflict conflict = insert.conflict();
        plain(insert, conflict != null, out);
        if (conflict != null) {
            Upserts.onConflict(conflict, out);
        }
    }

    private static void plain(Insert insert, boolean hasConflict, SqlWriter out) {
        if (insert.source() instanceof InsertSource.FromQuery from && hasConflict) {
            into(insert, out);
            // Without a WHERE, ON would be taken for that of a join.
            out.word(" select * from (").node(from.query()).word(") where true");
        } else if (insert.source() instanceof InsertSource.Rows rows && hasDefault(rows)) {
            into(insert, out);
            values(rows, out);
        } else {
            insert.renderPlain(out);
        }
    }

    private static void into(Insert insert, SqlWriter out) {
        out.node(insert.with()).word("insert into ").node(insert.table().name());
        String before = " (";
        for (Column<?> column : insert.columns()) {
            out.word(before).name(column.name());
            before = ", ";
        }
        out.word(")");
    }

    private static boolean hasDefault(InsertSource.Rows rows) {
        return rows.values().stream().anyMatch(row -> row.contains(null));
    }

    /** There is no DEFAULT in VALUES: what the column declares stands in its place, NULL if that is nothing. */
    private static void values(InsertSource.Rows rows, SqlWriter out) {
        String opening = " values (";
        for (List<@Nullable Expression<?>> row : rows.values()) {
            for (int i = 0; i < row.size(); i++) {
                out.word(i > 0 ? ", " : opening);
                Expression<?> value = row.get(i);
                Expression<?> declared =
                        value == null ? Defaults.ofServer(rows.columns().get(i)) : value;
                if (declared == null) {
                    out.word("null");
                } else {
                    out.node(declared);
                }
            }
            opening = "), (";
        }
        out.word(")");
    }

    static void update(Update update, SqlWriter out) {
        out.node(update.with()).word("update ");
        table(update.table(), out);
        out.word(" set ");
        SqlWriter stored = new SqliteStoredValues(out);
        stored.list(update.allAssignments(), ", ");
        if (!update.from().isEmpty()) {
            out.word(" from ").list(update.from(), ", ");
        }
        if (!update.where().isEmpty()) {
            out.word(" where ").node(update.condition());
        }
    }

    /** There is no USING: rows go for which there are others. */
    static void delete(Delete delete, SqlWriter out) {
        out.node(delete.with()).word("delete from ");
        table(delete.table(), out);
        boolean alone = delete.using().isEmpty();
        if (!alone) {
            out.word(" where exists (select 1 from ").list(delete.using(), ", ");
        }
        if (!delete.where().isEmpty()) {
            out.word(" where ").node(delete.condition());
        }
        out.word(alone ? "" : ")");
    }

    /** An alias needs its AS here, and only here. */
    private static void table(TypedTable<?> table, SqlWriter out) {
        if (isAliased(table)) {
            out.node(table.name()).word(" as ").name(table.alias());
        } else {
            out.node(table);
        }
    }

    private static boolean isAliased(TypedTable<?> table) {
        return !table.alias().equals(table.name().name());
    }

    /** RETURNING does not know the alias of its table. */
    static void returning(Returning<?> returning, SqliteDialect dialect, SqlWriter out) {
        out.node(returning.change()).word(" returning ");
        returning.declare(isAliased(returning.table()) ? new Unqualifying(dialect, out) : out);
    }

    /** The walk through what is returned of an alias, whose columns stand without it. */
    private static final class Unqualifying extends Relay {
        private final SqliteDialect dialect;

        Unqualifying(SqliteDialect dialect, SqlWriter out) {
            super(out);
            this.dialect = dialect;
        }

        @Override
        public SqlWriter node(SqlNode child) {
            if (child instanceof Column<?> column) {
                return name(column.name());
            }
            dialect.write(child, this);
            return this;
        }
    }
}
