package io.athanor.orm.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the values of a row into an object: each attribute, and each embedded object as a whole. Immutable. */
final class EntityWriter {
    private final List<MappedColumn> plain = new ArrayList<>();
    private final List<Group> groups;

    EntityWriter(List<MappedColumn> columns) {
        Map<Embedding, Group> all = new LinkedHashMap<>();
        for (MappedColumn column : columns) {
            Embedding embedding = Embedding.of(column.property());
            if (embedding == null) {
                plain.add(column);
            } else {
                group(embedding, all).leaves.put(embedding.indexOf(column.property()), column.index());
                Embedding root = Objects.requireNonNull(Embedding.root(column.property()));
                group(root, all).name = column.path().split("\\.", 2)[0]; // in a collection it has no attribute's name
            }
        }
        groups = all.values().stream()
                .filter(group -> group.embedding.outer() == null)
                .toList();
    }

    private static Group group(Embedding embedding, Map<Embedding, Group> all) {
        Group known = all.get(embedding);
        if (known != null) {
            return known;
        }
        Group group = new Group(embedding);
        all.put(embedding, group);
        Embedding outer = embedding.outer();
        if (outer != null) {
            group(outer, all).nested.put(outer.indexOf(embedding.place()), group);
        }
        return group;
    }

    /** A new embedded object of the attribute {@code name}, null if all its columns are. */
    @Nullable
    Object embedded(String name, @Nullable Object[] values) {
        for (Group group : groups) {
            if (name.equals(group.name)) {
                return group.build(null, values, Group.class);
            }
        }
        throw new IllegalStateException(name + " is embedded, and has no columns");
    }

    /** Writes those of {@code values}, by the columns' index, that are not {@code unread}. */
    void write(Object entity, @Nullable Object[] values, Object unread) {
        for (MappedColumn column : plain) {
            if (values[column.index()] != unread) {
                column.set(entity, values[column.index()]);
            }
        }
        for (Group group : groups) {
            Property place = group.embedding.place();
            place.set(entity, group.build(place.get(entity), values, unread));
        }
    }

    /** An embedded object and which of its parts are columns, which are embedded objects again. */
    private static final class Group {
        private final Embedding embedding;
        private final Map<Integer, Integer> leaves = new HashMap<>();
        private final Map<Integer, Group> nested = new HashMap<>();
        private String name = ""; // of the attribute, where that is the entity's own

        Group(Embedding embedding) {
            this.embedding = embedding;
        }

        @Nullable
        Object build(@Nullable Object existing, @Nullable Object[] row, Object unread) {
            @Nullable Object[] parts = embedding.form().values(existing);
            leaves.forEach((part, column) -> {
                if (row[column] != unread) {
                    parts[part] = row[column];
                }
            });
            nested.forEach((part, group) -> parts[part] = group.build(parts[part], row, unread));
            boolean isNothing = Arrays.stream(parts).allMatch(Objects::isNull);
            return isNothing ? null : embedding.form().make(existing, parts);
        }
    }
}
