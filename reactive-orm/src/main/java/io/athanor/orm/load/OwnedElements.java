package io.athanor.orm.load;

import io.athanor.orm.load.OwnedSelection.Owned;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.state.EntityKey;
import io.athanor.sql.Column;
import io.athanor.sql.Expression;
import io.athanor.sql.RowReader;
import io.athanor.sql.Selection;
import io.athanor.sql.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a collection of values, each with the key of its owner.
 *
 * @param elements the collection
 * @param table its table, under whatever name
 */
record OwnedElements(RelationshipMapping elements, Source<?> table) implements Selection<Owned> {
    @Override
    public List<? extends Expression<?>> columns() {
        List<Expression<?>> columns = new ArrayList<>(KeyChunks.of(table, elements.foreignKey()));
        columns.addAll(KeyChunks.of(table, elements.targetForeignKey()));
        return columns;
    }

    @Override
    public Owned read(RowReader row, int first) {
        int width = elements.foreignKey().size();
        List<Object> key = new ArrayList<>();
        for (Object part : values(row, first, elements.foreignKey())) {
            if (part == null) {
                throw new IllegalStateException("a row of " + elements + " has no owner");
            }
            key.add(part);
        }
        return new Owned(
                EntityKey.of(elements.owner(), key), values(row, first + width, elements.targetForeignKey()), null);
    }

    private static List<@Nullable Object> values(RowReader row, int first, List<Column<?>> columns) {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            values.add(row.value(first + i, columns.get(i).type()));
        }
        return Collections.unmodifiableList(values);
    }
}
