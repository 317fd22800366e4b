package io.athanor.orm.mapping;

import io.athanor.orm.mapping.RelationshipMapping.Holder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A collection of values as rows of its table, and back. Immutable. */
final class ElementRows {
    private final Holder holder;
    private final List<MappedColumn> columns;
    private final EntityWriter writer;

    ElementRows(Holder holder, List<MappedColumn> columns) {
        this.holder = holder;
        this.columns = columns;
        this.writer = new EntityWriter(columns);
    }

    /** The rows of a collection, each the values of the columns. */
    List<List<@Nullable Object>> of(Object collection) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        if (collection instanceof Map<?, ?> map) {
            map.forEach((key, value) -> rows.add(row(key, value)));
        } else {
            int index = 0;
            for (Object value : (Collection<?>) collection) {
                rows.add(row(index++, value));
            }
        }
        return rows;
    }

    private List<@Nullable Object> row(@Nullable Object place, @Nullable Object value) {
        @Nullable Object[] pair = Slot.pair(place, value);
        List<@Nullable Object> row = new ArrayList<>(columns.size());
        columns.forEach(column -> row.add(column.get(pair)));
        return Collections.unmodifiableList(row);
    }

    /** The collection of rows, in their order. */
    Object collection(Collection<?> rows) {
        Map<Object, @Nullable Object> map = new LinkedHashMap<>();
        List<@Nullable Object> list = new ArrayList<>();
        for (Object row : rows) {
            @Nullable Object[] pair = Slot.pair(null, null);
            writer.write(pair, ((List<?>) row).toArray(), this);
            if (holder == Holder.MAP) {
                map.put(Slot.PLACE.get(pair), Slot.VALUE.get(pair));
            } else {
                list.add(Slot.VALUE.get(pair));
            }
        }
        return switch (holder) {
            case MAP -> map;
            case SET -> new LinkedHashSet<>(list);
            case LIST, ONE -> list;
        };
    }
}
