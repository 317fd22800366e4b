package io.athanor.sql;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table declared in code: extend it and declare one field per column.
 *
 * <pre>{@code
 * static final class Emp extends Table {
 *   final NumberColumn<Integer> id = column("id", INTEGER, primaryKey());
 *   final TextColumn name = column("name", varchar(255), notNull());
 *   Emp() { super("emp"); }
 * }
 * }</pre>
 *
 * An alias made by {@link #as} has its columns by {@code boss.get(EMP.name)}; override it to keep the typed fields. For a
 * table whose shape is known only at run time use {@link #define}.
 */
public abstract class Table extends TypedTable<Row> {
    private @Nullable Selection<Row> whole; // set once, idempotent: threads that race compute the same

    /** A table in the connection's own schema. */
    protected Table(String name) {
        super(name);
    }

    /** An alias of a table in the connection's own schema. */
    protected Table(String name, String alias) {
        super(name, alias);
    }

    /** A table in a schema. */
    protected Table(TableName name) {
        super(name);
    }

    /** An alias of a table in a schema. */
    protected Table(TableName name, String alias) {
        super(name, alias);
    }

    /** A table whose shape is known only at run time. */
    public static DynamicTable define(String name, Consumer<DynamicTable.Declaration> declaration) {
        return define(TableName.of(name), declaration);
    }

    /** A table in a schema, whose shape is known only at run time. */
    public static DynamicTable define(TableName name, Consumer<DynamicTable.Declaration> declaration) {
        DynamicTable table = new DynamicTable(name, name.name());
        declaration.accept(table.declaration());
        return table;
    }

    @Override
    public final @Nullable Row read(RowReader row, int first) {
        Selection<Row> selection = whole;
        if (selection == null) {
            selection = Row.of(List.copyOf(columns()));
            whole = selection;
        }
        return selection.read(row, first);
    }
}
