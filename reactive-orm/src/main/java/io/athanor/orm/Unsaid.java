package io.athanor.orm;

import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.sql.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Deferred attributes of detached objects. One that is as the constructor leaves it was not loaded when the object left its session:
 * it says nothing, and must not be taken for NULL. Confined to one merge.
 */
final class Unsaid {
    private final Map<EntityMapping<?>, Object> fresh = new HashMap<>();

    boolean is(EntityMapping<?> mapping, MappedColumn column, Object source) {
        return column.isDeferred()
                && Objects.deepEquals(
                        column.get(source), column.get(fresh.computeIfAbsent(mapping, EntityMapping::newInstance)));
    }

    /** The deferred columns that {@code source} has a value for. */
    List<Column<?>> said(EntityMapping<?> mapping, Object source) {
        List<Column<?>> said = new ArrayList<>();
        for (MappedColumn column : mapping.columns()) {
            if (column.isDeferred() && !is(mapping, column, source)) {
                said.add(column.column());
            }
        }
        return said;
    }
}
