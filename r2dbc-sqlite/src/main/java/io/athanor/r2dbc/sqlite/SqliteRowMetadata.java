package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.Nullability;
import io.r2dbc.spi.RowMetadata;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The columns of a result, read from SQLite when first asked for, since most readers go by index and never ask. */
final class SqliteRowMetadata implements RowMetadata {
    private final PreparedSql statement;
    private @Nullable List<SqliteColumnMetadata> columns;
    private boolean readable = true;

    SqliteRowMetadata(PreparedSql statement) {
        this.statement = statement;
    }

    /** Reads what there is, for the statement is about to be given back. */
    void load() throws SQLException {
        columns();
        readable = false;
    }

    @Override
    public SqliteColumnMetadata getColumnMetadata(int index) {
        List<SqliteColumnMetadata> all = columns();
        if (index < 0 || index >= all.size()) {
            throw new IndexOutOfBoundsException(
                    "There is no column with index " + index + "; the row has " + all.size());
        }
        return all.get(index);
    }

    @Override
    public SqliteColumnMetadata getColumnMetadata(String name) {
        return getColumnMetadata(indexOf(name));
    }

    @Override
    public List<SqliteColumnMetadata> getColumnMetadatas() {
        return columns();
    }

    @Override
    public boolean contains(String name) {
        Check.notNull(name, "name");
        return columns().stream().anyMatch(column -> column.getName().equalsIgnoreCase(name));
    }

    /** The first column of that name, whatever its case. */
    int indexOf(String name) {
        Check.notNull(name, "name");
        List<SqliteColumnMetadata> all = columns();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).getName().equalsIgnoreCase(name)) {
                return i;
            }
        }
        throw new NoSuchElementException("There is no column " + name + "; the row has "
                + all.stream().map(SqliteColumnMetadata::getName).toList());
    }

    /** Unknown for an expression, and when asked after the last row was read. */
    Nullability nullability(SqliteColumnMetadata column) {
        if (!readable || column.declared().name().isEmpty()) {
            return Nullability.UNKNOWN;
        }
        try {
            return statement.isNotNull(columns().indexOf(column)) ? Nullability.NON_NULL : Nullability.NULLABLE;
        } catch (SQLException e) {
            throw Failures.translate(e, statement.sql());
        }
    }

    private List<SqliteColumnMetadata> columns() {
        List<SqliteColumnMetadata> known = columns;
        if (known == null) {
            known = read();
            columns = known;
        }
        return known;
    }

    private List<SqliteColumnMetadata> read() {
        try {
            List<SqliteColumnMetadata> read = new ArrayList<>();
            int count = statement.columnCount();
            for (int i = 0; i < count; i++) {
                read.add(new SqliteColumnMetadata(this, statement.columnName(i), statement.declaredType(i)));
            }
            return List.copyOf(read);
        } catch (SQLException e) {
            throw Failures.translate(e, statement.sql());
        }
    }
}
