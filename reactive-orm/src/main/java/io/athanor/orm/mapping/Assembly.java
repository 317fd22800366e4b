package io.athanor.orm.mapping;

import io.athanor.sql.Column;
import io.athanor.sql.QueryExpression;
import io.athanor.sql.TableName;
import io.athanor.sql.TypedTable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of an entity are put together whose columns lie in several tables: the query that stands for its table in FROM,
 * and what the columns are called there.
 */
final class Assembly {
    private final Map<TableName, StoredTable> tables;
    private final boolean isInOneTable;
    private final boolean isStored;
    private @Nullable Reading reading; // set once, when the tables of all classes exist

    /**
     * What is put together of tables.
     *
     * @param isInOneTable whether one of them has a row for each of its entities: not if each class below it has its own
     * @param isStored whether there are such tables: not if the class is abstract and each below it has its own
     */
    Assembly(Map<TableName, StoredTable> tables, boolean isInOneTable, boolean isStored) {
        this.tables = tables;
        this.isInOneTable = isInOneTable;
        this.isStored = isStored;
    }

    boolean isInOneTable() {
        return isInOneTable;
    }

    /**
     * What is read.
     *
     * @param rows all rows
     * @param names what columns of the tables are called in it
     * @param kind the column of it that says of which class a row is, null if a column of a table does or there is one class
     * @param isLockable whether the database can lock what it selects
     */
    record Reading(QueryExpression<?> rows, Map<Column<?>, String> names, @Nullable String kind, boolean isLockable) {}

    void read(Reading complete) {
        reading = complete;
    }

    boolean isStored() {
        return isStored;
    }

    @Nullable
    String kind() {
        return reading().kind();
    }

    Reading reading() {
        return Objects.requireNonNull(reading);
    }

    /** The tables that the class itself has columns in: a table after those whose rows it refers to. */
    List<StoredTable> tables() {
        return List.copyOf(tables.values());
    }

    TypedTable<?> table(TableName name) {
        return Objects.requireNonNull(tables.get(name)).table();
    }
}
