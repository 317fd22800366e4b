package io.athanor.types.compliance;

import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.select;

import io.athanor.sql.Column;
import io.athanor.sql.DynamicTable;
import io.athanor.sql.Insert;
import io.athanor.sql.NumberColumn;
import io.athanor.sql.Predicate;
import io.athanor.sql.Table;
import io.athanor.types.SqlType;
import io.athanor.types.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of a key, numbered from 0, and one value. */
record TypeTable<T>(DynamicTable table, NumberColumn<Integer> id, Column<T> value, TypeDatabase database) {
    static <T> TypeTable<T> of(String name, SqlType<T> type, TypeDatabase database) {
        DynamicTable table = Table.define(name, columns -> columns.column("id", Types.INTEGER, primaryKey())
                .column("v", type));
        return new TypeTable<>(table, table.column("id", Types.INTEGER), table.column("v", type), database);
    }

    Insert insertOf(List<? extends @Nullable T> values) {
        Insert insert = insertInto(table);
        for (int i = 0; i < values.size(); i++) {
            insert = insert.values(id.to(i), value.to(values.get(i)));
        }
        return insert;
    }

    TypeTable<T> insert(List<? extends @Nullable T> values) {
        database.execute(insertOf(values));
        return this;
    }

    /** Without parameters, which some drivers send and read in another way. */
    List<T> values() {
        return database.rows(select(value).from(table).orderBy(id.asc()));
    }

    /** With a parameter. */
    List<T> valuesFrom(int first) {
        return database.rows(select(value).from(table).where(id.ge(first)).orderBy(id.asc()));
    }

    List<Integer> idsWhere(Predicate condition) {
        return database.rows(select(id).from(table).where(condition).orderBy(id.asc()));
    }
}
