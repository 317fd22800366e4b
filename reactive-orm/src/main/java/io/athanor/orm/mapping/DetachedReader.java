package io.athanor.orm.mapping;

import io.athanor.sql.Column;
import io.athanor.sql.RowReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows as objects that belong to no session: columns are set, relationships are left as the constructor made them. */
final class DetachedReader {
    private DetachedReader() {}

    static <E> @Nullable E read(EntityTable<E, ?, ?> table, RowReader row, int first) {
        for (MappedColumn key : table.mapping().key()) {
            if (value(table, key, row, first) == null) {
                return null;
            }
        }
        MappedColumn discriminator = table.mapping().discriminator();
        EntityMapping<? extends E> mapping = discriminator == null
                ? table.mapping()
                : table.mapping().ofDiscriminator(value(table, discriminator, row, first));
        @Nullable
        Object[] values = mapping.columns().stream()
                .map(column -> value(table, column, row, first))
                .toArray();
        if (mapping.isRecord()) {
            return mapping.record(values, relationship -> null);
        }
        E entity = mapping.newInstance();
        mapping.write(entity, values, DetachedReader.class);
        return entity;
    }

    private static @Nullable Object value(EntityTable<?, ?, ?> table, MappedColumn column, RowReader row, int first) {
        List<Column<?>> columns = table.columns();
        String name = table.mapping().called(column);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return row.value(first + i, columns.get(i).type());
            }
        }
        throw new IllegalStateException("the table has no column " + column);
    }
}
